import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { externalFactors, type Factor, factors, internalFactors, usualQuadrant } from '../../lib/core/factors.ts';
import type { Quadrant } from '../../lib/core/quadrant.ts';
import { i18n } from '../../lib/i18n/index.ts';

const groups = { internal: internalFactors, external: externalFactors } as const;

interface Props {
  id?: string;
  factor: Factor | null;
  onChange(factor: Factor | null): void;
  onKeyDown?(event: KeyboardEvent): void;
  fieldRef?: Ref<HTMLSelectElement>;
}

/** What the judgement is about within the company or around it; nobody has to say. */
export function FactorChoice({ id, factor, onChange, onKeyDown, fieldRef }: Props) {
  return (
    <select
      id={id}
      ref={fieldRef}
      name="factor"
      className="field"
      value={factor ?? ''}
      onChange={({ target }) => onChange(factors.find((one) => one === target.value) ?? null)}
      onKeyDown={onKeyDown}
    >
      <option value="">{i18n.t('factor.none')}</option>
      {Object.entries(groups).map(([group, names]) => (
        <optgroup key={group} label={i18n.t(`factor.${group as keyof typeof groups}`)}>
          {names.map((name) => (
            <option key={name} value={name}>
              {i18n.t(`factor.${name}`)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

/** Asks about a factor that usually goes with another quadrant; nothing where they go together. `children`: what can be done about it. */
export function FactorDoubt({ quadrant, factor, children }: { quadrant: Quadrant | null; factor: Factor | null; children?: ReactNode }) {
  const usual = quadrant && factor && usualQuadrant(quadrant, factor);
  if (!usual) return null;
  return (
    <p className="meta factor-doubt">
      <span>{i18n.t(`factor.usual.${usual}`)}</span> {children}
    </p>
  );
}
