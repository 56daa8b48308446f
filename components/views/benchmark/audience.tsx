import { useRef } from 'react';
import { audienceGrowth, type Followers, followersSeen, type Growth } from '../../../lib/core/audience.ts';
import { dayIn } from '../../../lib/core/day.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { useStore } from '../../store.tsx';
import { compact, day, days, number, signed, signedPercent } from '../../ui/format.ts';
import { networkName } from '../../ui/network-name.ts';
import { Withheld } from '../../ui/withheld.tsx';
import type { BenchmarkData } from './benchmark-data.ts';
import { ChartHead } from './chart-head.tsx';
import { audienceRows } from './rows.ts';
import { Take } from './take.tsx';

const followersWords = ({ followers, rounded }: Followers) =>
  rounded ? i18n.t('benchmark.audience.about', { n: compact(followers) }) : number(followers);

function withheldWords({ reason, n }: Extract<Growth, { value: null }>): string {
  if (reason === 'one-snapshot') return i18n.t('benchmark.audience.oneSnapshot', n);
  return i18n.t(reason === 'from-none' ? 'benchmark.audience.fromNone' : 'benchmark.audience.roundedAlike');
}

function Change({ growth }: { growth: Growth }) {
  if (growth.value === null) return <Withheld reason={withheldWords(growth)} />;
  const { net, value, first, last, n } = growth;
  const change = i18n.t('benchmark.audience.change', { net: signed(net), growth: signedPercent(value) });
  return (
    <>
      <span>{first.rounded || last.rounded ? i18n.t('benchmark.audience.about', { n: change }) : change}</span>
      <span className="meta">{i18n.t('benchmark.audience.between', { span: days(first.day, last.day), n: number(n) })}</span>
    </>
  );
}

/** Who follows each brand's accounts, and how that changed in the period. Not there before an account is known. */
export function Audience({ data }: { data: BenchmarkData }) {
  const { accounts, compared, period } = data;
  const { workspace } = useStore();
  const section = useRef<HTMLDivElement>(null);
  if (accounts.length === 0) return null;
  const today = dayIn(workspace.timeZone, new Date());
  const title = i18n.t('benchmark.audience.title');
  return (
    <div className="audience" ref={section}>
      <ChartHead id="audience" title={title}>
        <Take title={title} file="audience" of={section} rows={() => audienceRows(data, workspace.timeZone)} data={data} />
      </ChartHead>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by key */}
      <section className="wide-table" aria-labelledby="audience" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{i18n.t('dashboard.brand')}</th>
              <th scope="col">{i18n.t('benchmark.audience.account')}</th>
              <th scope="col" className="figure">
                {i18n.t('benchmark.audience.followers')}
              </th>
              <th scope="col">{i18n.t('benchmark.audience.growth')}</th>
            </tr>
          </thead>
          <tbody>
            {accounts.map(({ profile, snapshots }) => {
              const brand = compared.find((one) => one.brand.id === profile.brand)?.brand;
              const seen = followersSeen(snapshots, workspace.timeZone);
              const last = seen.at(-1);
              return (
                <tr key={profile.id} className={brand?.kind === 'own' ? 'own' : ''}>
                  <th scope="row">{brand?.name}</th>
                  <td>
                    <a href={profile.url} target="_blank" rel="noreferrer">
                      {profile.handle}
                    </a>
                    <span className="meta">{networkName(profile.platform)}</span>
                  </td>
                  <td className="figure">
                    {last ? (
                      <>
                        <span>{followersWords(last)}</span>
                        <span className="meta">{i18n.t('benchmark.audience.seen', { day: day(last.day, today) })}</span>
                      </>
                    ) : (
                      <span className="meta">{i18n.t('benchmark.audience.unknown')}</span>
                    )}
                  </td>
                  <td>
                    <Change growth={audienceGrowth(seen, period.from, period.to)} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <p className="meta table-note">{i18n.t('benchmark.audience.note')}</p>
    </div>
  );
}
