import { Badge } from '../ui/states';
import { type OrderStatus, statusTexts } from './order';

const tones: Readonly<Record<OrderStatus, 'plain' | 'good' | 'brass' | 'danger'>> = {
  PENDING: 'brass',
  PAID: 'good',
  SHIPPED: 'good',
  DELIVERED: 'plain',
  CANCELLED: 'danger',
  REFUNDED: 'danger',
};

export function StatusBadge({ status }: { readonly status: OrderStatus }) {
  return <Badge tone={tones[status]}>{statusTexts[status]}</Badge>;
}
