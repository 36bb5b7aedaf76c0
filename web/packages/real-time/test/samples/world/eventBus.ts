interface OrderEvent {
  tenantId: string;
  data: { orderId: string; total: number };
}

export declare const eventBus: { subscribe(type: string, handler: (event: OrderEvent) => Promise<void>): () => void };
export declare const EventTypes: { readonly ORDER_CREATED: 'order.created' };
