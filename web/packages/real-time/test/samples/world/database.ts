interface Table<Row> {
  create(query: object): Promise<Row>;
  update(query: object): Promise<Row>;
  findFirst(query: object): Promise<Row | null>;
}

interface Message {
  id: string;
  conversationId: string;
  senderId: string;
  content: string;
  createdAt: Date;
}

interface Order {
  id: string;
  buyerId: string;
  status: string;
  product: { title: string };
}

export declare const database: { message: Table<Message>; order: Table<Order>; conversation: Table<object> };
