import ChartLine from 'lucide-react/icons/chart-line';
import Table2 from 'lucide-react/icons/table-2';
import { i18n } from '../../../lib/i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';

/** Turns charts into tables and back. */
export const TwinButton = ({ twin, onTurn }: { twin: boolean; onTurn(): void }) => (
  <Button small className="end" aria-keyshortcuts="Shift+T" onClick={onTurn}>
    {twin ? <ChartLine className="small" /> : <Table2 className="small" />}
    {i18n.t(twin ? 'benchmark.asChart' : 'benchmark.asTable')} <Kbd keys="Shift+T" />
  </Button>
);
