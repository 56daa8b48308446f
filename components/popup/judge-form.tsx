import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Draft } from '../../lib/core/draft.ts';
import type { Factor } from '../../lib/core/factors.ts';
import { type Quadrant, quadrantOf } from '../../lib/core/quadrant.ts';
import type { Action, Brand } from '../../lib/core/records.ts';
import type { StandingTheme } from '../../lib/core/themes.ts';
import { i18n } from '../../lib/i18n/index.ts';
import { commands } from '../commands.ts';
import { BrandChoice, chosenAlready, inOrder } from '../judge/brand-choice.tsx';
import { WhyFields } from '../judge/why-fields.tsx';
import { useStore } from '../store.tsx';
import { isTyping } from '../typing.ts';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { NotSaved } from '../ui/not-saved.tsx';
import { QuadrantMark } from '../ui/quadrant-mark.tsx';
import { QuadrantPicker } from '../ui/quadrant-picker.tsx';
import { useSingleKeys } from '../use-single-keys.ts';

interface Props {
  /** The clip just saved, unjudged. */
  saved: Action;
  draft: Draft;
  network: string;
  brands: readonly Brand[];
  themes: readonly StandingTheme[];
  mentioned: readonly string[];
  /** Something was written. */
  onChanged(): void;
  /** The clip itself was taken back. */
  onUndone(): void;
}

/** One thing written, and how the judgement stood after it. */
interface Step {
  action: string;
  tag: string | null;
  judged: { brand: string; quadrant: Quadrant; theme: string; factor: Factor | null; reason: string } | null;
}

/** Judges the clip just made: one letter, and a theme and a reason if one likes; each step can be taken back. */
export function JudgeForm({ saved, draft, network, brands, themes, mentioned, onChanged, onUndone }: Props) {
  const store = useStore();
  const ordered = inOrder(brands, mentioned);
  const [brand, setBrand] = useState(() => chosenAlready(brands, mentioned));
  const [theme, setTheme] = useState('');
  const [factor, setFactor] = useState<Factor | null>(null);
  const [reason, setReason] = useState('');
  const [steps, setSteps] = useState<Step[]>([{ action: saved.id, tag: null, judged: null }]);
  const [failed, setFailed] = useState<{ error: unknown; again: () => unknown } | null>(null);
  const singleKeys = useSingleKeys();
  const busy = useRef(false);
  const root = useRef<HTMLDivElement>(null);
  const themeField = useRef<HTMLInputElement>(null);
  const factorField = useRef<HTMLSelectElement>(null);
  const reasonField = useRef<HTMLTextAreaElement>(null);
  const last = steps.at(-1)!;
  const { judged } = last;

  useEffect(() => root.current?.focus(), []);

  /** One command at a time; where it fails, nothing changes here and it can be tried again. */
  async function write(command: () => Promise<void>) {
    if (busy.current) return;
    busy.current = true;
    setFailed(null);
    try {
      await command();
      onChanged();
    } catch (error) {
      setFailed({ error, again: () => write(command) });
    } finally {
      busy.current = false;
    }
  }

  const judge = (quadrant: Quadrant, whose = brand, about = factor) =>
    whose !== null &&
    write(async () => {
      const { tagClip, refineTag } = await commands();
      const said = { brand: whose, quadrant, theme: theme.trim() || undefined, factor: about, quote: reason.trim() };
      const action = last.tag ? await refineTag(store, last.tag, said) : await tagClip(store, saved.clip!, said);
      setSteps([
        ...steps,
        { action: action.id, tag: action.tag, judged: { brand: whose, quadrant, theme: theme.trim(), factor: about, reason: reason.trim() } },
      ]);
    });

  const choose = (whose: string) => {
    setBrand(whose);
    if (judged && judged.brand !== whose) void judge(judged.quadrant, whose);
  };

  const chooseFactor = (about: Factor | null) => {
    setFactor(about);
    if (judged) void judge(judged.quadrant, judged.brand, about);
  };

  const refine = () => {
    if (judged && (judged.theme !== theme.trim() || judged.reason !== reason.trim())) void judge(judged.quadrant, judged.brand);
  };

  const takeBack = () =>
    write(async () => {
      const { undo } = await commands();
      await undo(store, last.action);
      if (steps.length === 1) return onUndone();
      const before = steps.at(-2)!;
      setSteps(steps.slice(0, -1));
      setTheme(before.judged?.theme ?? '');
      setFactor(before.judged?.factor ?? null);
      setReason(before.judged?.reason ?? '');
      setBrand(before.judged?.brand ?? brand);
    });

  const onKeyDown = (event: KeyboardEvent) => {
    if (!singleKeys || isTyping(event.target)) return;
    if (event.ctrlKey || event.metaKey || (event.altKey && event.key !== '#')) return;
    const key = event.key.toUpperCase();
    const quadrant = quadrantOf(key);
    const whose = ordered[Number(/^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1]) - 1];
    if (quadrant) void judge(quadrant);
    else if (key === '#') themeField.current?.focus();
    else if (whose) choose(whose.id);
    else if (key === 'I') factorField.current?.focus();
    else if (key === 'N') reasonField.current?.focus();
    else if (key === 'Z') void takeBack();
    else return;
    event.preventDefault();
  };

  const names = new Map(brands.map(({ id, name }) => [id, name]));
  const said = judged
    ? i18n.t(`quadrant.saved.${judged.quadrant}`, [names.get(judged.brand) ?? ''])
    : i18n.t(saved.already ? 'popup.clippedAgain' : 'popup.clipped');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot hold the state and its undo
    <div ref={root} className="judge-form" role="group" aria-label={i18n.t('popup.judge')} tabIndex={-1} onKeyDown={onKeyDown}>
      <div className="row">
        <QuadrantMark quadrant={judged?.quadrant ?? null} />
        <div className="grow">
          <p className="strong control" role="status">
            {said}
          </p>
          <p className="meta clamp-1">
            {[draft.author.name ?? draft.author.handle ?? i18n.t('ui.unknownAuthor'), network].join(' · ')}
            {draft.url === null && ` · ${i18n.t('popup.noLink')}`}
          </p>
        </div>
        <Button small onClick={takeBack}>
          {i18n.t('ui.undo')} <Kbd keys="Z" />
        </Button>
      </div>
      {failed && <NotSaved error={failed.error} onAgain={failed.again} />}
      {brands.length === 0 ? (
        <p className="meta">{i18n.t('popup.judgeLater')}</p>
      ) : (
        <>
          <BrandChoice brands={ordered} chosen={brand} onChoose={choose} />
          {brand === null && <p className="meta">{i18n.t('ui.judge.chooseBrand')}</p>}
          <QuadrantPicker
            label={brand ? i18n.t('ui.judge.is', [names.get(brand) ?? '']) : i18n.t('ui.judge.chooseBrand')}
            chosen={judged?.quadrant ?? null}
            onPick={(quadrant) => void judge(quadrant)}
          />
          <WhyFields
            theme={theme}
            factor={factor}
            quadrant={judged?.quadrant ?? null}
            reason={reason}
            themes={themes}
            onTheme={setTheme}
            onFactor={chooseFactor}
            onReason={setReason}
            onDone={refine}
            onLeave={() => root.current?.focus()}
            themeRef={themeField}
            factorRef={factorField}
            reasonRef={reasonField}
          />
        </>
      )}
    </div>
  );
}
