import type { Brand } from '../../../lib/core/records.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { SelectionBar } from '../../judge/selection-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { QuadrantMark } from '../../ui/quadrant-mark.tsx';
import type { Triage } from './use-triage.ts';

interface Props {
  triage: Triage;
  brands: readonly Brand[];
  /** How many wait in all. */
  count: number;
  onChange(): void;
}

/** What is asked after a judgement, and what can be done with the selected clips. */
export function Bars({ triage, brands, count, onChange }: Props) {
  const { offer, doubt, selection } = triage;
  return (
    <>
      {doubt && (
        <div className="selection row wrap control">
          <QuadrantMark quadrant={doubt.quadrant} outlined />
          <span className="grow" role="status">
            {i18n.t(`factor.usual.${doubt.quadrant}`)}
          </span>
          <Button small onClick={triage.judgeAsUsual}>
            {i18n.t(`factor.make.${doubt.quadrant}`)} <Kbd keys="U" />
          </Button>
          <Button small look="quiet" onClick={triage.keep}>
            {i18n.t('factor.keep')}
          </Button>
        </div>
      )}
      {offer && (
        <div className="selection row control">
          <QuadrantMark quadrant={offer.quadrant} outlined />
          <span className="grow" role="status">
            {i18n.t(`ring.also.${offer.quadrant}`, [brands.find(({ id }) => id === offer.brand)?.name ?? ''])}
          </span>
          <Button small onClick={triage.flip}>
            {i18n.t('ring.flip')} <Kbd keys="F" />
          </Button>
        </div>
      )}
      {triage.selected > 0 && (
        <SelectionBar
          count={triage.selected}
          total={count}
          busy={triage.busy}
          onAll={triage.selectAll}
          onChange={onChange}
          onTrash={triage.trash}
          onClear={selection.clear}
        />
      )}
    </>
  );
}
