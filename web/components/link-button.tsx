import { Button, type ButtonProps } from 'antd';
import type { MouseEvent } from 'react';
import { useHref, useLinkClickHandler } from 'react-router';

/** A link to another page that looks like a button; opens in a new tab like any link. */
export function LinkButton({ to, ...rest }: { to: string } & Omit<ButtonProps, 'href' | 'onClick'>) {
  const follow = useLinkClickHandler<HTMLAnchorElement>(to);
  const click = (event: MouseEvent<HTMLElement>) => follow(event as MouseEvent<HTMLAnchorElement>);
  return <Button {...rest} href={useHref(to)} onClick={click} />;
}
