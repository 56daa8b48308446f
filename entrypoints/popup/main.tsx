import '../../components/popup/start.ts';
