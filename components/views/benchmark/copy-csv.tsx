import Copy from 'lucide-react/icons/copy';
import { useState } from 'react';
import { csv, type Field } from '../../../lib/core/csv.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { metricWords } from '../../metric-words.ts';
import { Button } from '../../ui/button.tsx';
import { withheldWords } from '../../ui/withheld.tsx';
import type { Column } from './columns.ts';
import type { SeenData } from './seen-data.ts';

const head = ['metric', 'brand', 'value', 'low', 'high', 'n', 'mean', 'withheld', 'formula', 'from', 'to', 'networks'];

/** Every number with what it stands on, one a line; what is withheld has its reason instead. */
function rowsOf(columns: readonly Column[], { compared, period, networks, chosen }: SeenData): Field[][] {
  const counted = networks.filter((network) => !chosen || chosen.has(network)).join(' ');
  return columns.flatMap(({ metric, measures }) =>
    compared.map(({ brand }, index): Field[] => {
      const measure = measures[index]!;
      const known = measure.value === null ? null : measure;
      const numbers = [measure.value, known?.low ?? null, known?.high ?? null, measure.n, known?.mean ?? null];
      const reason = measure.value === null ? withheldWords(measure) : null;
      return [metricWords(metric, 'name'), brand.name, ...numbers, reason, metricWords(metric, 'formula'), period.from, period.to, counted];
    }),
  );
}

export function CopyCsv({ columns, data }: { columns: readonly Column[]; data: SeenData }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(csv([head, ...rowsOf(columns, data)]));
    setCopied(true);
  };
  return (
    <>
      <Button small look="quiet" onClick={() => void copy()} onBlur={() => setCopied(false)}>
        <Copy className="small" />
        {i18n.t(copied ? 'benchmark.copied' : 'benchmark.copy')}
      </Button>
      <span className="sr" role="status">
        {copied && i18n.t('benchmark.copied')}
      </span>
    </>
  );
}
