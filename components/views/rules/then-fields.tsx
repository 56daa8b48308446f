import { useId } from 'react';
import { quadrants } from '../../../lib/core/quadrant.ts';
import { priorities, priorityNamed } from '../../../lib/core/work.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import type { FormState } from './form-state.ts';
import type { RulesData } from './rules-data.ts';

interface Props {
  form: FormState;
  /** Id of the form element. */
  of: string;
  data: RulesData;
  onChange(changes: Partial<FormState>): void;
}

/** What the rule says of a clip: of whom, what, about what, how urgent. What needs the one before it waits for it. */
export function ThenFields({ form, of, data: { brands, themes }, onChange }: Props) {
  const id = useId();
  return (
    <fieldset className="rule-part">
      <legend className="small-title">{i18n.t('rules.form.then')}</legend>
      <div className="rule-then">
        <label>
          {i18n.t('rules.form.brand')}
          <select className="field" form={of} value={form.brand ?? ''} onChange={({ target }) => onChange({ brand: target.value || null })}>
            <option value="">{i18n.t('rules.form.noBrand')}</option>
            {brands.map((brand) => (
              <option key={brand.id} value={brand.id}>
                {brand.name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {i18n.t('rules.form.quadrant')}
          <select
            className="field"
            form={of}
            disabled={!form.brand}
            value={form.quadrant ?? ''}
            onChange={({ target }) => onChange({ quadrant: quadrants.find((one) => one === target.value) ?? null })}
          >
            <option value="">{i18n.t('rules.form.about')}</option>
            {quadrants.map((quadrant) => (
              <option key={quadrant} value={quadrant}>
                {i18n.t(`quadrant.${quadrant}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {i18n.t('rules.form.theme')}
          <input
            className="field"
            form={of}
            list={`${id}themes`}
            autoComplete="off"
            maxLength={100}
            disabled={!form.brand || !form.quadrant}
            placeholder={i18n.t('rules.form.themeHint')}
            value={form.theme}
            onChange={({ target }) => onChange({ theme: target.value })}
          />
          <datalist id={`${id}themes`}>
            {themes.map((theme) => (
              <option key={theme.id} value={theme.name} />
            ))}
          </datalist>
        </label>
        <label>
          {i18n.t('rules.form.priority')}
          <select
            className="field"
            form={of}
            value={priorities.find((name) => priorityNamed(name) === form.priority) ?? ''}
            onChange={({ target }) => {
              const name = priorities.find((one) => one === target.value);
              onChange({ priority: name ? priorityNamed(name) : null });
            }}
          >
            <option value="">{i18n.t('rules.form.noPriority')}</option>
            {priorities.toReversed().map((name) => (
              <option key={name} value={name}>
                {i18n.t(`work.priority.${name}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
    </fieldset>
  );
}
