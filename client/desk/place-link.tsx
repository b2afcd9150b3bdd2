import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { goToAddress } from '../ui/address.ts';

interface PlaceLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  /** An address of the desk. */
  readonly href: string;
}

/** A link inside the desk: an ordinary press stays on the page, every other one does what links do. */
export function PlaceLink({ href, ...rest }: PlaceLinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
      return;
    event.preventDefault();
    event.stopPropagation();
    goToAddress(href);
  };
  return <a {...rest} href={href} onClick={follow} />;
}
