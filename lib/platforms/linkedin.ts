import { articles, readArticle } from './linkedin/article.ts';
import { emberComments, emberPosts, readEmberComment, readEmberPost } from './linkedin/ember.ts';
import { guestComments, guestPosts, readGuestComment, readGuestPost } from './linkedin/guest.ts';
import { readProfile } from './linkedin/profile.ts';
import { readSduiComment, readSduiPost, sduiComments, sduiPosts } from './linkedin/sdui.ts';
import { definePlatform } from './shared/platform.ts';

/** LinkedIn serves three frontends at once; each element belongs to one of them. Comments come first, for they stand within posts. */
const variants = [
  [emberComments, readEmberComment],
  [sduiComments, readSduiComment],
  [guestComments, readGuestComment],
  [emberPosts, readEmberPost],
  [sduiPosts, readSduiPost],
  [guestPosts, readGuestPost],
  [articles, readArticle],
] as const;

/** Guests are sent to a host of their country ("fr.linkedin.com"). */
const countries =
  'ae ar at au be bg bo br ca ch cl cn co cr cz de dk do ec eg es fi fr gh gr gt hk hr hu id ie il in it jo jp ke kr kw kz lb lk lt lu lv ma mt mu mx my ng ni nl no nz om pa pe ph pk pl pr pt py qa ro rs ru sa se sg si sk sv th tn tr tt tw tz ua ug uk uy ve vn za zm zw';

export default definePlatform({
  id: 'linkedin',
  name: 'LinkedIn',
  hosts: ['linkedin.com', 'www.linkedin.com', ...countries.split(' ').map((country) => `${country}.linkedin.com`)],
  origins: ['https://www.linkedin.com/*'],
  examples: [
    'https://www.linkedin.com/feed/',
    'https://www.linkedin.com/feed/update/urn:li:activity:7400000000000000000/',
    'https://www.linkedin.com/posts/ann-lee_plaza-activity-7400000000000000000-aBcD',
    'https://www.linkedin.com/search/results/content/?keywords=plaza',
    'https://www.linkedin.com/in/ann-lee/recent-activity/all/',
    'https://fr.linkedin.com/company/plaza',
    'https://www.linkedin.com/pulse/why-rye-rises-late-ann-lee-abcde',
  ],
  selector: variants.map(([selector]) => selector).join(', '),
  read: (element, page) => variants.find(([selector]) => element.matches(selector))?.[1](element, page) ?? null,
  readProfile,
});
