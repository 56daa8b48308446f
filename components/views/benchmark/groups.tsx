import { useRef } from 'react';
import { changeOf } from '../../../lib/core/effort.ts';
import { type Group, groups } from '../../../lib/core/metric.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { metricWords } from '../../metric-words.ts';
import { AverageNumber } from './average-number.tsx';
import { ChartHead } from './chart-head.tsx';
import { averageIn, averages, type Column, ofBrands } from './columns.ts';
import { GroupTwin } from './group-twin.tsx';
import { MeasureCell } from './measure-cell.tsx';
import { measureRows } from './rows.ts';
import { ScaleHead } from './scale-head.tsx';
import type { SeenData } from './seen-data.ts';
import { Take } from './take.tsx';
import { TwinButton } from './twin-button.tsx';

const width = 118;

/** A metric of the benchmark with what it was in the period before. */
export interface Compared extends Column {
  earlier: Column['measures'];
}

interface Opening {
  data: SeenData;
  open: string | null;
  onOpen(key: string): void;
}

/** Of rivals alone, and of all compared; over how many, where some are withheld. */
function Averages({ column, open, onOpen }: { column: Column } & Omit<Opening, 'data'>) {
  const known = averages.flatMap((whose) => {
    const average = averageIn(column, whose);
    return average ? [{ whose, average }] : [];
  });
  if (known.length < 2) return null;
  return (
    <tfoot>
      <tr>
        <td colSpan={2}>
          <div className="meta averages">
            {known.map(({ whose, average }) => (
              <span key={whose}>
                {i18n.t(`benchmark.${whose}`)}{' '}
                <AverageNumber metric={column.metric} whose={whose} value={average.value} open={open} onOpen={onOpen} />
                {average.measured < average.of && ` (${ofBrands(average)})`}
              </span>
            ))}
          </div>
        </td>
      </tr>
    </tfoot>
  );
}

/** One metric, all brands under each other on one scale. */
function Panel({ column, data, ...opening }: Opening & { column: Compared }) {
  const { metric, measures, earlier, scale } = column;
  return (
    <table className="metric-panel">
      <caption>{metricWords(metric, 'name')}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="sr">{i18n.t('dashboard.brand')}</span>
          </th>
          <th scope="col">
            <span className="sr">{metricWords(metric, 'name')}</span>
            {measures.some(({ value }) => value !== null) && <ScaleHead scale={scale} unit={metric.unit} width={width} />}
          </th>
        </tr>
      </thead>
      <tbody>
        {data.compared.map(({ brand }, index) => {
          const change = changeOf(measures[index]!, earlier[index]!, data.effort);
          const before = change.value === null ? null : change.before;
          return (
            <tr key={brand.id} className={brand.kind === 'own' ? 'own' : ''}>
              <th scope="row">{brand.name}</th>
              <td>
                <MeasureCell column={column} brand={brand} measure={measures[index]!} data={data} width={width} before={before} {...opening} />
              </td>
            </tr>
          );
        })}
      </tbody>
      {data.compared.length > 1 && <Averages column={column} {...opening} />}
    </table>
  );
}

function Section({ group, columns, twin, ...opening }: Opening & { group: Group; columns: Compared[]; twin: boolean }) {
  const id = `group-${group}`;
  return (
    <div className="metric-group">
      <h3 id={id}>{i18n.t(`benchmark.groups.${group}`)}</h3>
      {twin ? (
        <GroupTwin titled={id} columns={columns} {...opening} />
      ) : (
        <div className="metric-panels">
          {columns.map((column) => (
            <Panel key={column.metric.id} column={column} {...opening} />
          ))}
        </div>
      )}
    </div>
  );
}

interface Props extends Opening {
  columns: Compared[];
  twin: boolean;
  onTurn(): void;
}

/** The metrics that the table on top has no room for, group by group, as panels of whiskers or as tables. */
export function Groups({ columns, twin, onTurn, ...opening }: Props) {
  const section = useRef<HTMLElement>(null);
  const title = i18n.t('benchmark.groupsTitle');
  return (
    <section className="metric-groups" ref={section} aria-labelledby="groups-title">
      <ChartHead id="groups-title" title={title}>
        <Take title={title} file="metrics" of={section} rows={() => measureRows(columns, opening.data)} data={opening.data} />
        <TwinButton twin={twin} onTurn={onTurn} />
      </ChartHead>
      <p className="meta table-note">{i18n.t('benchmark.groupsNote')}</p>
      {groups.map((group) => (
        <Section key={group} group={group} columns={columns.filter(({ metric }) => metric.group === group)} twin={twin} {...opening} />
      ))}
      <p className="meta table-note">{i18n.t('benchmark.averagesNote')}</p>
    </section>
  );
}
