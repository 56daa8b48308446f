import { i18n } from '../../../lib/i18n/index.ts';
import { FileForm } from './file-form.tsx';
import { HeardForm } from './heard-form.tsx';
import { PasteForm } from './paste-form.tsx';
import './add.css';

/** Mentions that were met outside the browser: one that was heard, or a list of links and lines. They wait in the inbox like any other clip. */
export default function Add() {
  return (
    <div className="add">
      <h1 className="page-title">{i18n.t('add.title')}</h1>
      <HeardForm />
      <PasteForm />
      <FileForm />
    </div>
  );
}
