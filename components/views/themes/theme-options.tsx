import type { StandingTheme } from '../../../lib/core/themes.ts';

/** Themes to choose from, indented as they stand in the tree. */
export const ThemeOptions = ({ rows }: { rows: readonly { theme: StandingTheme; depth: number }[] }) =>
  rows.map(({ theme: { id, name }, depth }) => (
    <option key={id} value={id}>
      {`${'\u2003'.repeat(depth)}${name}`}
    </option>
  ));
