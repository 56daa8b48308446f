import { type ReactNode, useEffect, useRef, useState } from 'react';
import { followersSeen } from '../../lib/core/audience.ts';
import { dayIn } from '../../lib/core/day.ts';
import type { ProfileDraft, SizeName } from '../../lib/core/profile.ts';
import type { Action, Brand } from '../../lib/core/records.ts';
import { accountMet } from '../../lib/db/find-profiles.ts';
import { i18n } from '../../lib/i18n/index.ts';
import { useLive, useStore } from '../store.tsx';
import { Button } from '../ui/button.tsx';
import { compact, day, number, signed } from '../ui/format.ts';
import { networkName } from '../ui/network-name.ts';
import { NotSaved } from '../ui/not-saved.tsx';
import { useAsked } from './use-asked.ts';

type Met = Awaited<ReturnType<typeof accountMet>>;

/** More brands than this are chosen from a list. */
const mostButtons = 4;

/** The commands, brought in when they are first needed: they carry the schemas. */
const commands = async () => ({ ...(await import('../../lib/db/profiles.ts')), ...(await import('../../lib/db/change.ts')) });

/** What the page shows, each number marked where it is rounded; what it does not show is left out. */
function Sizes({ profile: { sizes, rounded } }: { profile: ProfileDraft }) {
  const said = (name: SizeName, words: (count: number, shown: string) => string) => {
    const count = sizes[name];
    if (count === null) return null;
    return <span>{words(count, rounded.includes(name) ? i18n.t('popup.account.about', [compact(count)]) : number(count))}</span>;
  };
  return (
    <p className="meta dots">
      {said('followers', (count, shown) => i18n.t('popup.account.followers', count, [shown]))}
      {said('following', (_, shown) => i18n.t('popup.account.following', [shown]))}
      {said('posts', (count, shown) => i18n.t('popup.account.posts', count, [shown]))}
    </p>
  );
}

/** By how much the followers changed since they were first kept; nothing where that was today, or rounding hides it. */
function Since({ met, profile }: { met: Met; profile: ProfileDraft }) {
  const { workspace } = useStore();
  const today = dayIn(workspace.timeZone, new Date());
  const [first] = followersSeen(met.snapshots, workspace.timeZone);
  const { followers } = profile.sizes;
  if (!first || followers === null || first.day === today) return null;
  const change = followers - first.followers;
  if (change === 0 && (first.rounded || profile.rounded.includes('followers'))) return null;
  return <span>{i18n.t('popup.account.since', [signed(change), day(first.day, today)])}</span>;
}

function Choice({ brands, onAttach }: { brands: readonly Brand[]; onAttach(brand: Brand): void }) {
  const [chosen, setChosen] = useState(brands[0]!.id);
  if (brands.length <= mostButtons)
    return (
      <div className="row wrap attach">
        {brands.map((brand) => (
          <Button key={brand.id} small aria-label={i18n.t('popup.account.attach', [brand.name])} onClick={() => onAttach(brand)}>
            {brand.name}
          </Button>
        ))}
      </div>
    );
  return (
    <div className="row attach">
      <select className="field grow" aria-label={i18n.t('popup.account.choose')} value={chosen} onChange={({ target }) => setChosen(target.value)}>
        {brands.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <Button small onClick={() => onAttach(brands.find(({ id }) => id === chosen) ?? brands[0]!)}>
        {i18n.t('popup.account.attachChosen')}
      </Button>
    </div>
  );
}

/** On an account's own page: whose it is, or whom to give it to by one click; either can be taken back. */
export function Account({ tab, brands }: { tab: number; brands: readonly Brand[] }) {
  const store = useStore();
  const profile = useAsked(tab, 'readProfile', {})?.profile ?? null;
  const [done, setDone] = useState<{ action: Action; words: string } | null>(null);
  const [failure, setFailure] = useState<{ error: unknown; again(): void } | null>(null);
  const back = useRef<HTMLButtonElement>(null);
  const met = useLive((here) => (profile ? accountMet(here, profile) : Promise.resolve(null)), [profile]);

  // The button that was pressed is gone; the one that takes it back has the focus in its place.
  useEffect(() => {
    if (done) back.current?.focus();
  }, [done]);

  if (!profile || !met) return null;
  const run = async (work: () => Promise<typeof done>) => {
    setFailure(null);
    try {
      setDone(await work());
    } catch (error) {
      setFailure({ error, again: () => void run(work) });
    }
  };
  const attach = ({ id, name }: Brand) =>
    run(async () => ({ action: await (await commands()).attachProfile(store, profile, id), words: i18n.t('popup.account.attached', [name]) }));
  const detach = ({ name }: Brand) =>
    run(async () => ({ action: await (await commands()).detachProfile(store, met.id), words: i18n.t('popup.account.detached', [name]) }));
  const takeBack = (action: Action) =>
    run(async () => {
      await (await commands()).undo(store, action.id);
      return null;
    });
  const link = (words: string, onClick: () => void, ref?: typeof back): ReactNode => (
    <button ref={ref} type="button" className="link-button meta end tall" onClick={onClick}>
      {words}
    </button>
  );
  const { brand } = met;
  return (
    <section className="account" aria-labelledby="account">
      <div className="row base">
        <h2 id="account" className="small-title">
          {i18n.t('popup.account.title')}
        </h2>
        {done
          ? link(i18n.t('ui.undo'), () => void takeBack(done.action), back)
          : brand && met.isKept && link(i18n.t('popup.account.detach', [brand.name]), () => void detach(brand))}
      </div>
      <p className="row base wrap">
        <strong>{profile.name ?? profile.handle}</strong>
        <span className="meta dots">
          <span>{profile.handle.includes('/') ? profile.handle : `@${profile.handle}`}</span>
          <span>{networkName(profile.platform)}</span>
        </span>
      </p>
      <Sizes profile={profile} />
      {brand ? (
        <p className="meta dots">
          <span>{i18n.t('popup.account.counted', [brand.name])}</span>
          <Since met={met} profile={profile} />
        </p>
      ) : done ? (
        <p className="meta">{done.words}</p>
      ) : (
        <>
          <p className="meta">{i18n.t('popup.account.whose')}</p>
          <Choice brands={brands} onAttach={(one) => void attach(one)} />
        </>
      )}
      <p className="sr" role="status">
        {done?.words ?? ''}
      </p>
      {failure && <NotSaved error={failure.error} onAgain={failure.again} />}
    </section>
  );
}
