import '../../lib/db/last.ts';
import '../../components/popup/start.ts';
