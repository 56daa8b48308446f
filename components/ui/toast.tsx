import { createContext, type ReactNode, use, useEffect, useRef, useState } from 'react';
import { i18n } from '../../lib/i18n/index.ts';
import { Button } from './button.tsx';
import { Kbd } from './kbd.tsx';

interface Said {
  words: string;
  /** Takes it back; without it there is nothing to undo. */
  undo?: (() => unknown) | undefined;
}

export interface Toast {
  /** Tells what was done; what was told before makes room. */
  say(words: string, undo?: Said['undo']): void;
}

const ToastContext = createContext<Toast>({ say: () => {} });

/** How a view tells what it did. */
export const useToast = (): Toast => use(ToastContext);

const stays = 8_000;

/** Holds the one toast of a surface: it stays 8 s, and as long as pointer or focus is in it. Z undoes while focus is in it. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<Said | null>(null);
  const [held, setHeld] = useState(false);
  const toast = useRef<Toast>({ say: (words, undo) => setSaid({ words, undo }) });

  useEffect(() => {
    if (!said || held) return;
    const timer = setTimeout(() => setSaid(null), stays);
    return () => clearTimeout(timer);
  }, [said, held]);

  const takeBack = async () => {
    setSaid(null);
    setHeld(false);
    await said?.undo?.();
  };

  return (
    <ToastContext value={toast.current}>
      {children}
      <section className="toast-place" aria-label={i18n.t('ui.messages')}>
        {/* The live region is there before its words are, else they are not read out. */}
        <div role="status" className="sr">
          {said?.words}
        </div>
        {said && (
          // biome-ignore lint/a11y/noStaticElementInteractions: only listens to what happens on the button inside
          <div
            className="toast"
            onFocus={() => setHeld(true)}
            onBlur={() => setHeld(false)}
            onPointerEnter={() => setHeld(true)}
            onPointerLeave={() => setHeld(false)}
            onKeyDown={({ key, ctrlKey, metaKey, altKey }) => {
              if (key.toLowerCase() === 'z' && !ctrlKey && !metaKey && !altKey) void takeBack();
              if (key === 'Escape') setSaid(null);
            }}
          >
            <span aria-hidden="true">{said.words}</span>
            {said.undo && (
              <Button small onClick={takeBack}>
                {i18n.t('ui.undo')} <Kbd keys="Z" />
              </Button>
            )}
          </div>
        )}
      </section>
    </ToastContext>
  );
}
