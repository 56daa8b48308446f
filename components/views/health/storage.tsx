import { useEffect, useState } from 'react';
import { i18n } from '../../../lib/i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { bytes } from '../../ui/format.ts';

interface Room {
  used: number | null;
  quota: number | null;
  persisted: boolean;
}

async function readRoom(): Promise<Room> {
  const [{ usage, quota }, persisted] = await Promise.all([navigator.storage.estimate(), navigator.storage.persisted()]);
  return { used: usage ?? null, quota: quota ?? null, persisted };
}

/** How much is stored and how much may be, as the browser estimates it, and whether it has promised to keep it. */
export function Storage() {
  const [room, setRoom] = useState<Room | null>(null);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    let mounted = true;
    void readRoom().then((read) => mounted && setRoom(read));
    return () => {
      mounted = false;
    };
  }, []);
  if (!room) return null;
  const persist = async () => {
    setRefused(!(await navigator.storage.persist()));
    setRoom(await readRoom());
  };
  return (
    <section className="health-part" aria-labelledby="storage-title">
      <h2 className="section-title" id="storage-title">
        {i18n.t('health.storage')}
      </h2>
      {room.used !== null && room.quota !== null && (
        <p className="control">{i18n.t('health.used', { used: bytes(room.used), quota: bytes(room.quota) })}</p>
      )}
      <p className="control" role="status">
        {i18n.t(room.persisted ? 'health.persisted' : refused ? 'health.persistRefused' : 'health.notPersisted')}
      </p>
      {!room.persisted && <Button onClick={persist}>{i18n.t('health.persist')}</Button>}
    </section>
  );
}
