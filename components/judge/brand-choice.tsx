import type { Brand } from '../../lib/core/records.ts';
import { i18n } from '../../lib/i18n/index.ts';
import { Chip } from '../ui/chip.tsx';

type Choice = Pick<Brand, 'id' | 'name'>;

/** Brands to choose from, those that the post mentions first. The first nine have a digit as key. */
export const inOrder = <B extends Choice>(brands: readonly B[], mentioned: readonly string[]): B[] => [
  ...brands.filter(({ id }) => mentioned.includes(id)),
  ...brands.filter(({ id }) => !mentioned.includes(id)),
];

/** The brand chosen without asking: the first that is mentioned, else our own where we have but one, else the only one there is. */
export function chosenAlready(brands: readonly (Choice & Pick<Brand, 'kind'>)[], mentioned: readonly string[]): string | null {
  const named = inOrder(brands, mentioned)[0];
  if (named && mentioned.includes(named.id)) return named.id;
  const own = brands.filter(({ kind }) => kind === 'own');
  const likely = own.length > 0 ? own : brands;
  return likely.length === 1 ? likely[0]!.id : null;
}

interface Props {
  /** In the order of their digits. */
  brands: readonly Choice[];
  chosen: string | null;
  onChoose(brand: string): void;
}

/** Of which brand the post speaks: one is chosen at a time. */
export function BrandChoice({ brands, chosen, onChoose }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: chips that wrap, not fields of a form
    <div className="row wrap brand-choice" role="group" aria-label={i18n.t('ui.judge.brand')}>
      {brands.map(({ id, name }, index) => (
        <Chip key={id} look="digit" on={chosen === id} onClick={() => onChoose(id)}>
          {index < 9 && <kbd>{index + 1}</kbd>}
          {name}
        </Chip>
      ))}
    </div>
  );
}
