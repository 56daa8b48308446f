import Search from 'lucide-react/icons/search';
import { i18n } from '../../lib/i18n/index.ts';
import { Kbd } from '../ui/kbd.tsx';

interface Props {
  /** What it says at first. */
  text?: string;
  onFind(text: string): void;
  /** Finds while one types, not only at Enter. */
  live?: boolean;
}

const fieldOf = (form: EventTarget & HTMLFormElement) => (form.elements.namedItem('text') as HTMLInputElement).value;

/** The one search field of a page; "/" leads to it. */
export const SearchField = ({ text = '', onFind, live = false }: Props) => (
  <search className="search">
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onFind(fieldOf(event.currentTarget));
      }}
      onInput={(event) => live && onFind(fieldOf(event.currentTarget))}
    >
      <Search className="small" />
      <input
        name="text"
        type="search"
        defaultValue={text}
        placeholder={i18n.t('dashboard.search')}
        aria-label={i18n.t('dashboard.search')}
        aria-keyshortcuts="/"
      />
      <span aria-hidden="true">
        <Kbd keys="/" />
      </span>
    </form>
  </search>
);

/** Puts the focus there, for "/". */
export function focusSearch(): void {
  const field = document.querySelector<HTMLInputElement>('.search input');
  field?.focus();
  field?.select();
}
