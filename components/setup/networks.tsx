import { type FormEvent, useState } from 'react';
import { i18n } from '../../lib/i18n/index.ts';
import { grantFor, networks as known } from '../../lib/platforms/networks.ts';
import { request, revoke, useGrantedOrigins } from '../permissions.ts';
import { Button } from '../ui/button.tsx';
import './setup.css';

/** "https://*.example.org/*" as people read it. */
const hostOf = (origin: string): string => origin.replace(/^[^:]+:\/\/(?:\*\.)?/, '').replace(/\/\*?$/, '');

/** Whether a granted pattern covers a wanted one: the same, or one of all hosts. */
const covers = (granted: readonly string[], origin: string) =>
  granted.includes(origin) || granted.includes('https://*/*') || granted.includes('<all_urls>');

const networks = known
  .filter(({ origins }) => origins.length > 0)
  .map((network) => ({ ...network, origins: [...new Set(network.origins.map(grantFor))] }))
  .sort((a, b) => a.name.localeCompare(b.name));
/** Software that runs on hosts of its own, each granted by itself. */
const federated = known.filter(({ origins, hosts }) => origins.length === 0 && hosts.length === 0).map(({ name }) => name);

/** A host as a person types it: a bare name, or an address of any page there; null where it is none. */
function originOf(typed: string): string | null {
  const words = typed
    .trim()
    .replace(/^@[^@]+@/, '')
    .replace(/^(?!\w+:\/\/)/, 'https://');
  if (!URL.canParse(words)) return null;
  const { protocol, hostname } = new URL(words);
  return protocol === 'https:' && hostname.includes('.') ? `https://${hostname}/*` : null;
}

interface SwitchProps {
  name: string;
  /** Said beside the name, where the name is not the host itself. */
  host?: string;
  on: boolean;
  onTurn(): void;
}

const HostSwitch = ({ name, host, on, onTurn }: SwitchProps) => (
  <li className="network">
    <b className="strong">{name}</b>
    <span className="meta">{host ? i18n.t(on ? 'settings.network.on' : 'settings.network.off', [host]) : i18n.t('settings.network.allowed')}</span>
    <button type="button" className="switch" role="switch" aria-checked={on} aria-label={name} onClick={onTurn} />
  </li>
);

/** On which networks the clip button stands: each is granted and taken back by itself, and shows what the browser says now. */
export function Networks() {
  const granted = useGrantedOrigins();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  if (!granted) return null;

  // The request comes first in each handler: an `await` before it would lose the click.
  const turn = (origins: readonly string[], on: boolean) => {
    setProblem(null);
    (on ? revoke(origins) : request(origins)).catch((error: unknown) => setProblem(error instanceof Error ? error.message : String(error)));
  };
  const allow = (event: FormEvent) => {
    event.preventDefault();
    const origin = originOf(typed);
    if (!origin) return setProblem(i18n.t('settings.network.noHost', [typed]));
    turn([origin], false);
    setTyped('');
  };

  const known = new Set(networks.flatMap(({ origins }) => origins));
  const others = granted.filter((origin) => !known.has(origin));
  return (
    <>
      <ul className="networks">
        {networks.map(({ id, name, origins }) => {
          const on = origins.every((origin) => covers(granted, origin));
          return <HostSwitch key={id} name={name} host={hostOf(origins[0]!).replace(/^www\./, '')} on={on} onTurn={() => turn(origins, on)} />;
        })}
        {others.map((origin) => (
          <HostSwitch
            key={origin}
            name={hostOf(origin) === '*' ? i18n.t('settings.network.all') : hostOf(origin)}
            on
            onTurn={() => turn([origin], true)}
          />
        ))}
      </ul>
      <form className="instance row wrap" onSubmit={allow}>
        <label className="control">
          {i18n.t('settings.network.instance', [federated.join(', ')])}
          <input
            className="field"
            autoComplete="off"
            spellCheck={false}
            placeholder="social.example"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        </label>
        <Button type="submit">{i18n.t('settings.network.allow')}</Button>
      </form>
      {problem && (
        <p className="notice" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
