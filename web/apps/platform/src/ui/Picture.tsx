import type { LucideIcon } from 'lucide-react';
import { tint } from './Avatar';
import './picture.css';

interface PictureProps {
  readonly of: { readonly id: string; readonly image: string | null };
  readonly icon: LucideIcon;
}

/** What it looks like, or an icon on a coloured ground where it has no picture. */
export function Picture({ of: { id, image }, icon: Icon }: PictureProps) {
  return (
    <div className="picture" data-tint={tint(id)}>
      {image ? <img src={image} alt="" loading="lazy" /> : <Icon aria-hidden />}
    </div>
  );
}
