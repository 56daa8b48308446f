import { dayIn } from '../../../lib/core/day.ts';
import { usualQuadrant } from '../../../lib/core/factors.ts';
import type { Clip, Tag } from '../../../lib/core/records.ts';
import { ruleNames } from '../../../lib/db/find-rules.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { judgedWords } from '../../clip-words.ts';
import { FactorDoubt } from '../../judge/factor-choice.tsx';
import { useLive, useStore } from '../../store.tsx';
import { Button } from '../../ui/button.tsx';
import { day } from '../../ui/format.ts';
import { QuadrantMark } from '../../ui/quadrant-mark.tsx';
import { Voice } from '../../ui/voice.tsx';
import type { Names, Writing } from './clip-detail.tsx';

/** Asks about a factor that usually goes with another quadrant; one click judges it so. */
function Usual({ tag, names, writing: { write, store } }: { tag: Clip['tags'][number]; names: Names; writing: Writing }) {
  const usual = tag.factor && usualQuadrant(tag.quadrant, tag.factor);
  if (!tag.factor || !usual) return null;
  const words = i18n.t(`quadrant.saved.${usual}`, [names.nameOf(tag.brand) ?? i18n.t('clip.brandGone')]);
  return (
    <FactorDoubt quadrant={tag.quadrant} factor={tag.factor}>
      <button type="button" className="link-button" onClick={() => write(({ refineTag }) => refineTag(store, tag.id, { quadrant: usual }), words)}>
        {i18n.t(`factor.make.${usual}`)}
      </button>
    </FactorDoubt>
  );
}

/** Who set a judgement: a person, a rule by its name, or a person who accepted a suggestion. */
function setBy({ origin, rule }: Pick<Tag, 'origin' | 'rule'>, rules: ReadonlyMap<string, string> | undefined): string {
  if (origin !== 'rule') return i18n.t(`rules.by.${origin}`);
  const name = rule && rules?.get(rule);
  return name ? i18n.t('rules.by.rule', { name }) : i18n.t('rules.by.ruleGone');
}

/** What was said of it: each judgement with its reason, and a way to take it back. */
export function Judgements({ clip, names, writing }: { clip: Clip; names: Names; writing: Writing }) {
  const { write, store } = writing;
  const { timeZone } = useStore().workspace;
  const today = dayIn(timeZone, new Date());
  const rules = useLive(ruleNames, []);
  return (
    <section aria-labelledby="judgements">
      <h3 className="small-title" id="judgements">
        {i18n.t('clip.judgements')}
      </h3>
      {clip.tags.length === 0 && <p className="meta">{i18n.t('clip.noJudgement')}</p>}
      <ul className="judgements">
        {clip.tags.map((tag) => (
          <li key={tag.id} className={`row top q-${tag.quadrant}`}>
            <QuadrantMark quadrant={tag.quadrant} />
            <div className="grow">
              <p className="control strong">{judgedWords(tag, names.nameOf)}</p>
              {tag.quote && <Voice text={tag.quote} lang={clip.lang} />}
              <p className="meta dots">
                <span>{day(dayIn(timeZone, new Date(tag.at)), today)}</span>
                {tag.factor && <span>{i18n.t(`factor.${tag.factor}`)}</span>}
                {(rules || tag.origin !== 'rule') && <span>{setBy(tag, rules)}</span>}
                {tag.weight !== 1 && <span>{i18n.t(tag.weight < 1 ? 'clip.inPassing' : 'clip.inDetail')}</span>}
              </p>
              <Usual tag={tag} names={names} writing={writing} />
            </div>
            <Button
              small
              look="quiet"
              aria-label={i18n.t('clip.takeBackNamed', { judged: judgedWords(tag, names.nameOf) })}
              onClick={() => write(({ untag }) => untag(store, tag.id), i18n.t('clip.takenBack', { judged: judgedWords(tag, names.nameOf) }))}
            >
              {i18n.t('clip.takeBack')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
