import { Component, type ReactNode } from 'react';
import { i18n } from '../lib/i18n/index.ts';
import { Button } from './ui/button.tsx';
import { errorNames, errorWords, storeWords } from './ui/error-words.ts';

/** The one place where errors end that no view can mend. Says what failed, what is safe and what to do. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failure: { error: unknown } | null }> {
  override state: { failure: { error: unknown } | null } = { failure: null };

  static getDerivedStateFromError(error: unknown) {
    return { failure: { error } };
  }

  // What happens after rendering, such as a click whose command fails, reaches no boundary by itself.
  readonly #onRejection = ({ reason }: PromiseRejectionEvent) => this.setState({ failure: { error: reason } });

  override componentDidMount() {
    window.addEventListener('unhandledrejection', this.#onRejection);
  }
  override componentWillUnmount() {
    window.removeEventListener('unhandledrejection', this.#onRejection);
  }

  override render() {
    const { failure } = this.state;
    if (!failure) return this.props.children;
    const words = `${errorNames(failure.error)[0] ?? ''} ${errorWords(failure.error)}`.trim();
    return (
      <main className="failure" role="alert">
        <h1 className="section-title">{i18n.t('ui.failed.title')}</h1>
        <p className="control">{storeWords(failure.error) ?? i18n.t('ui.failed.safe')}</p>
        <pre className="notice">{words}</pre>
        <div className="row">
          <Button look="primary" onClick={() => this.setState({ failure: null })}>
            {i18n.t('ui.failed.again')}
          </Button>
          <Button onClick={() => navigator.clipboard.writeText(words)}>{i18n.t('ui.failed.copy')}</Button>
        </div>
      </main>
    );
  }
}
