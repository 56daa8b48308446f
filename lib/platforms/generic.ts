import { definePlatform } from './shared/platform.ts';

export default definePlatform({
  id: 'generic',
  name: 'Web',
  hosts: [],
  origins: [],
  examples: [],
  selector: 'article',
  read: () => null,
});
