import { acceptCoverage } from '../../../lib/background/coverage.ts';
import { type Coverage, coverageFields, recentOf, recentPosts, shareOf } from '../../../lib/core/coverage.ts';
import { dayIn } from '../../../lib/core/day.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { networks } from '../../../lib/platforms/networks.ts';
import { viewLink } from '../../links.ts';
import { missingWords } from '../../page/fallen.ts';
import { useGrantedOrigins } from '../../permissions.ts';
import { useStore } from '../../store.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { age, day, number, percent } from '../../ui/format.ts';
import { useToast } from '../../ui/toast.tsx';
import { useCoverage } from './use-coverage.ts';

const shown = ['read', ...coverageFields] as const;

interface Row {
  id: string;
  name: string;
  /** null: its host is allowed, and no post of it was seen. */
  coverage: Coverage | null;
}

const hasFallen = ({ coverage }: Row) => coverage !== null && Object.keys(coverage.fallen).length > 0;

/** Networks that were read or may be, those that are read less well first. */
const rowsOf = (all: Record<string, Coverage>, granted: readonly string[]): Row[] =>
  networks
    .filter(({ id, origins }) => all[id] || origins.some((origin) => granted.includes(origin)))
    .map(({ id, name }) => ({ id, name, coverage: all[id] ?? null }))
    .sort((a, b) => Number(hasFallen(b)) - Number(hasFallen(a)) || a.name.localeCompare(b.name));

/** How a network is read, in a few words. */
function State({ coverage }: Pick<Row, 'coverage'>) {
  const { timeZone } = useStore().workspace;
  if (!coverage) return i18n.t('health.unread');
  const { threw, read, ...fields } = coverage.fallen;
  const [unread] = [threw, read].filter((since) => since !== undefined).sort();
  const [first] = Object.values(fields).sort();
  const said = (instant: string) => day(dayIn(timeZone, new Date(instant)), dayIn(timeZone, new Date()));
  if (unread) return <b className="fell">{i18n.t('health.unreadable', { day: said(unread) })}</b>;
  if (first) return <b className="fell">{i18n.t('health.fallen', { day: said(first), fields: missingWords(coverage.fallen) })}</b>;
  return i18n.t(coverage.usual.read.of < recentPosts ? 'health.learning' : 'health.fine');
}

/** What can be done where a network is read less well; an adapter that throws is never as it should be, so that is not for the person to accept. */
function ToDo({ row: { name, coverage }, onAccept }: { row: Row; onAccept(): void }) {
  const { threw: _, ...rest } = coverage?.fallen ?? {};
  return (
    <div className="health-todo">
      <p>
        <b>{name}</b> · <State coverage={coverage} />. {i18n.t('health.todo')}
      </p>
      {Object.keys(rest).length > 0 && (
        <Button small onClick={onAccept} aria-label={i18n.t('health.acceptNamed', { network: name })}>
          {i18n.t('health.accept')}
        </Button>
      )}
    </div>
  );
}

function Shares({ coverage }: { coverage: Coverage }) {
  const { workspace } = useStore();
  const counts = recentOf(coverage);
  return (
    <>
      <td>{number(counts.met)}</td>
      {shown.map((what) => {
        const now = shareOf(counts, what);
        const usual = coverage.usual[what];
        const fell = coverage.fallen[what] !== undefined;
        return (
          <td key={what}>
            <span className={fell ? 'fell' : undefined}>{now.of === 0 ? i18n.t('health.none') : percent(now.hits / now.of)}</span>
            {fell && <small className="meta">{i18n.t('health.usual', { share: percent(usual.hits / usual.of) })}</small>}
          </td>
        );
      })}
      <td>{number(counts.threw)}</td>
      <td>{age(coverage.at, workspace.timeZone, new Date())}</td>
    </>
  );
}

function Table({ rows }: { rows: readonly Row[] }) {
  const heads = ['network', 'state', 'posts', ...shown, 'threw', 'last'] as const;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by key
    <section className="wide-table health-table" aria-labelledby="reading-title" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className={head === 'state' ? 'state' : undefined}>
                {i18n.t(`health.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              <td className="state">
                <State coverage={row.coverage} />
              </td>
              {row.coverage ? <Shares coverage={row.coverage} /> : <td colSpan={heads.length - 2} />}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** How well each network's posts are read now, beside how they were read before, and what can be done where that is worse. */
export function Reading() {
  const all = useCoverage();
  const granted = useGrantedOrigins();
  const { say } = useToast();
  if (!all || !granted) return null;
  const rows = rowsOf(all, granted);
  const accept = async ({ id, name }: Row) => {
    await acceptCoverage(id);
    say(i18n.t('health.accepted', { network: name }));
  };
  return (
    <div className="health-part">
      <h2 className="section-title" id="reading-title">
        {i18n.t('health.reading')}
      </h2>
      <p className="meta">{i18n.t('health.readingHint')}</p>
      {rows.filter(hasFallen).map((row) => (
        <ToDo key={row.id} row={row} onAccept={() => void accept(row)} />
      ))}
      {rows.length > 0 && <Table rows={rows} />}
      {rows.every(({ coverage }) => !coverage) && (
        <EmptyState title={i18n.t('health.empty')}>
          <p>{i18n.t('health.emptyHint')}</p>
          <a href={viewLink('settings')}>{i18n.t('health.toSettings')}</a>
        </EmptyState>
      )}
    </div>
  );
}
