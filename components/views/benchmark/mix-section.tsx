import ChevronDown from 'lucide-react/icons/chevron-down';
import { i18n } from '../../../lib/i18n/index.ts';
import { libraryLink } from '../../links.ts';
import { mixWords } from '../../metric-words.ts';
import { number, percent } from '../../ui/format.ts';
import { Whisker } from '../../ui/whisker.tsx';
import { Withheld } from '../../ui/withheld.tsx';
import { columnOf, mixName } from './mix-columns.ts';
import { isLong, type Opened, type ShownMix } from './mix-tables.ts';
import type { SeenData } from './seen-data.ts';

export interface MixProps {
  mix: ShownMix;
  data: SeenData;
  /** Where the scale ends. */
  high: number;
  /** The theme of it that is open below, and the mix of which every kind is shown. */
  opened: Opened;
  onOpen(opened: Partial<Opened>): void;
}

const idOf = ({ id, under }: Pick<ShownMix, 'id' | 'under'>): string => (under ? `${id}-${under.id}` : id);

/** A theme that others stand under opens below its table, and closes by the same button. */
function ColumnHead({ column, mix, opened, onOpen, data }: Omit<MixProps, 'high'> & { column: string | null }) {
  if (column === null) return i18n.t('benchmark.others');
  const { name, opens } = columnOf(mix, column, data);
  if (!opens) return name;
  const isOpen = opened.under === column;
  return (
    <button
      type="button"
      className="link-button mix-opener"
      aria-expanded={isOpen}
      aria-controls={isOpen ? idOf({ id: mix.id, under: data.themes.find(({ id }) => id === column)! }) : undefined}
      onClick={() => onOpen({ under: isOpen ? (mix.under?.id ?? null) : column })}
    >
      {name} <ChevronDown className="small" />
    </button>
  );
}

function Shares({ row, brand, mix, data, high }: Pick<MixProps, 'mix' | 'data' | 'high'> & { row: number; brand: SeenData['own'] }) {
  const { columns, rows } = mix.table;
  const { n, need, shares } = rows[row]!;
  if (shares === null)
    return (
      <td colSpan={columns.length}>
        <Withheld reason={i18n.t('benchmark.mixNeeds', { n: number(n), need: number(need) })} />
      </td>
    );
  return shares.map((share, place) => {
    const key = columns[place]!;
    const words = {
      share: percent(share.value),
      low: percent(share.low ?? share.value),
      high: percent(share.high ?? share.value),
    };
    return (
      <td key={key}>
        <div className="row">
          <Whisker {...share} min={0} max={high} own={brand.kind === 'own'} width={56} />
          {key === null || share.count === 0 ? (
            percent(share.value)
          ) : (
            <a
              className="number-link"
              href={libraryLink({ brand: brand.id, ...data.period, ...columnOf(mix, key, data).filter })}
              aria-label={i18n.t('benchmark.mixShare', words)}
            >
              {percent(share.value)}
            </a>
          )}
        </div>
      </td>
    );
  });
}

/** One mix of all brands: a table already, so it has no twin. */
export function MixSection({ mix, data, high, opened, onOpen }: MixProps) {
  const { id, under, table } = mix;
  const titled = idOf(mix);
  const isWhole = opened.all === id;
  const Title = under ? 'h4' : 'h3';
  return (
    <>
      <Title id={titled}>{mixName(mix)}</Title>
      <p className="meta">
        {under ? i18n.t('benchmark.themes.underWhat', { name: under.name }) : mixWords(id, 'what')}{' '}
        {i18n.t('benchmark.mixScale', { high: percent(high) })}{' '}
        {isLong(mix) && (
          <button
            type="button"
            id={`${titled}-all`}
            className="link-button"
            aria-labelledby={`${titled}-all ${titled}`}
            aria-expanded={isWhole}
            aria-controls={`${titled}-table`}
            onClick={() => onOpen({ all: isWhole ? null : id })}
          >
            {isWhole ? i18n.t('benchmark.fewerKinds') : i18n.t('benchmark.allKinds', { n: number(table.kinds) })}
          </button>
        )}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by key */}
      <section className="wide-table" aria-labelledby={titled} tabIndex={0}>
        <table className="mix" id={`${titled}-table`}>
          <thead>
            <tr>
              <th scope="col">{i18n.t('dashboard.brand')}</th>
              {table.columns.map((key) => (
                <th key={key} scope="col">
                  <ColumnHead column={key} mix={mix} data={data} opened={opened} onOpen={onOpen} />
                </th>
              ))}
              <th scope="col" className="figure">
                n
              </th>
            </tr>
          </thead>
          <tbody>
            {data.compared.map(({ brand }, index) => (
              <tr key={brand.id} className={brand.kind === 'own' ? 'own' : ''}>
                <th scope="row">{brand.name}</th>
                <Shares row={index} brand={brand} mix={mix} data={data} high={high} />
                <td className="figure meta">{number(table.rows[index]!.n)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
