// components/UserPresence.tsx
import { usePresence } from '@repo/real-time/client';

function ProductPage({ productId }: { productId: string }) {
  const { members, count } = usePresence(`presence-product-${productId}`);

  return (
    <div className="product-page">
      <div className="product-details">{/* Product content */}</div>

      <div className="presence-indicator">
        <div className="flex items-center space-x-2 text-sm text-gray-600">
          <div className="flex -space-x-1">
            {Array.from(members.values())
              .slice(0, 3)
              .map((member, index) => (
                <div key={member.id} className="w-6 h-6 rounded-full bg-green-500 border-2 border-white" title={member.name} />
              ))}
          </div>
          <span>{count === 1 ? '1 person' : `${count} people`} viewing</span>
        </div>
      </div>
    </div>
  );
}
