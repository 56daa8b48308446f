import type { ComponentProps } from 'react';

interface Props extends ComponentProps<'button'> {
  /** `primary` once per surface; `quiet` where the words beside it already say what it belongs to. */
  look?: 'primary' | 'outlined' | 'quiet';
  small?: boolean;
  /** Holds an icon alone: then `aria-label` is a must. */
  iconOnly?: boolean;
}

const classes = (...names: (string | false | undefined)[]) => names.filter(Boolean).join(' ');

export function Button({ look = 'outlined', small, iconOnly, className, type = 'button', ...rest }: Props) {
  return <button {...rest} type={type} className={classes('button', look, small && 'small', iconOnly && 'icon-only', className)} />;
}

interface LinkProps extends ComponentProps<'a'> {
  look?: 'primary' | 'outlined' | 'quiet';
  small?: boolean;
  iconOnly?: boolean;
}

/** Goes somewhere, so it is a link, and looks like a button. */
export function ButtonLink({ look = 'outlined', small, iconOnly, className, ...rest }: LinkProps) {
  return <a {...rest} className={classes('button', look, small && 'small', iconOnly && 'icon-only', className)} />;
}
