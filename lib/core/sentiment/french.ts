import type { Language } from './language.ts';

/** French: words without accents; `*` stands for any ending, `_` for a space. What colours a post about a company, its products, its people and its cause. */
export const french: Language = {
  id: 'fr',
  enough: 0.9,
  common:
    'le la les de des du un une et en est pour que qui dans sur pas au aux avec ce cette ces il elle je tu nous vous on son sa ses mon ma mes leur mais ou plus par se ne sont ont fait comme tout tous y meme bien aussi si sans quand sous entre vers chez apres avant depuis etre avoir faire faut peut c l d j qu n s m t',
  valences: {
    3: `excellen* extraordinaire* fantastique* merveill* genial* geniaux magnifi* sublime* parfait* exceptionnel* formidable* incroyable*
      epoustouflant* grandiose* ador* fabuleu* delici* impeccable* remarquable* splendid* bravo* felicit* exquis* irreprochable* chef-d'oeuvre
      chefs-d'oeuvre coup_de_coeur un_regal regale* succulent* hourra youpi eblouissant* emerveill* inoubliable* divin* top_du_top vive j'ai_hate
      trop_bien trop_beau trop_belle trop_bon trop_bonne superbe superbes`,
    2: `meilleur* aime aimes aimer aimons aimez aiment aimais aimait adhere kiff* content contents contente contentes heureu* ravi ravis ravie
      ravies joie* joyeu* plaisir* sympa* cool super beau belle belles beaux joli* charmant* elegan* agreable* plaisant* amusant* drole* rigolo*
      humour souri* succes reussi* reussite* reussir victoire* gagne* gagnant* vainqueur* champion* fier fiers fiere fieres fierte merci* remerci*
      gratitude reconnaissan* efficac* fiable* fiabilite ponctuel* utile* interessant* passionn* captiv* innov* prometteu* progres ameliore*
      amelioration* encourag* espoir* satisfai* satisfaction convainc* convaincu* recommand* gentil* aimable* accueillant* chaleureu*
      professionnalisme competent* competence* attentionne attentionnee attentionnes a_l'ecoute genereu* generosite honnete* honneur* courag*
      heros heroi* talent* genie* brillan* doue* ingenieux ingenieuse* intelligen* astuc* magique* enchant* impressionn* spectaculaire* solidar*
      solidaire* sauvetage* prosper* benefique* avantag* atout* opportunit* cadeau* savour* delice* moelleu* confort* tranquil* paisible* ideal*
      optimal* performan* robuste* bonne_idee belle_idee bonne_nouvelle bonnes_nouvelles bise bises bisou* calin* amour* amoureu* tendre* chanceu*
      vivement style stylee pepite canon au_top top jubil* revolutionn* trophee* laureat* prime* dignite reussit* se_rejoui* rejoui* plein_de_vie
      chapeau respect pas_cher pas_chere pas_chers a_recommander rien_a_redire rien_a_dire je_valide bien_joue bon_plan bons_plans un_plus
      enthousias* epanoui* ludique* convivial* convivia* soign* meritee* merite_le_detour bluff* rafraichi* reconfort* bienveillan* sans_faute
      fidele* fidelite inspir* kiffant* mignon* craquant* optimis* bienfait* liberte bel`,
    1: `bon bonne bons bonnes bien mieux plait plaisent rapide* rapidement pratique pratiques facile* facilement facilit* simple simples solide*
      qualite* inedit* avancee* solution* soutien* souten* soutient espere* confian* rassur* professionnel* gratuit* offert* abordable* calme
      bienvenu* celebr* fete fetes anniversaire chance proteg* protection sauver sauve sauvent preserv* magie economies rentable* paix felicitons
      initiative* partenaire* partage* ensemble ami amis amie amies mdr lol haha* ptdr xd dingue puissan* grace_a premiere_fois une_premiere
      decouvrez decouvert* decouvrir possible possibles permet* permett* capable* accompagn* developpons mobilis* dynami* croissance record
      lutte_contre lutter_contre lutte_efficace boost* accelerer nouveau_record lance lancement objectif_atteint reconnait plebiscit* prix_du
      recompens* oui gg merci_a impatien* rigol* hilar* marrant* ouf modern* gourmand* frais fraicheur ecoresponsable* eco-responsable* vertueu*
      exemplaire* profite profitent profits ambitieu* relever rempli_d* participez venez rejoignez clair malin maligne approuv* adopt* valide
      valident reduire soulag* serein* sereine* harmon* feerique* nouvelle_vie creation_d'emplois autonom* durablement espere essentiel* valoris*
      renforce* dope doper investi* resoudre resolu resout engages engagee`,
    0: `drole_d genie_electrique genie_civil oui_enfin`,
    [-1]: `risque* souci soucis erreur* faute fautes retard* lent lente lents lentes lentement lenteur* attente manqu* annul* suspen* supprim*
      suppress* fermeture* interdi* bloqu* empech* greve* manif* critiqu* desol* excuse* pauvre* cher chere chers cheres choc ignor* froid froide
      bruit baisse* chute* frein* dechet* taxe* impot* abatt* seul fable gueule bete betes folie rembours* reclam* complique* difficil* difficult*
      impossible* vide absent* dur dure durs doute* douteu* trop nucleaire petrol* carbone effet_de_serre emission* bizarre* etrange* etrangement
      triste* austerite punitif punitive* lobby lobbies quitte demission* dementi* renonc* reporte reportee repouss* urgence* urgent* alerte*
      contest* oppos* tempete* inondation* secheresse* typhon* canicule* jamais rien aucun aucune tant_pis noir noire chaos* bof mouais pffff*
      pfff* pff hum hein ohla ouhla oula tsss* bouh evidemment soi-disant soi_disant pretend* bourgeois* raquer fric expuls* consequence* impact*
      rechauffement faible* faiblesse* moins limit* limites contraint* vieux vieille insuffisan* inegal* hausse_des_prix augmentation_des_prix
      sanction* amende* plainte* fini finie stop assez extrem* oubli* oublie* fuite* deplo* radioactiv* desert* apres_tout bruyant* alcool*
      coupe_du coupure* virus`,
    [-2]: `mauvais* mal malheur* tristesse decev* decept* decu decus decue decues enerv* agac* colere* fache* furieu* furax rage marre saoul* soule*
      chiant* relou* penible* ennuy* ennui* barbant* lass* fatigu* epuis* stress* angois* anxi* peur* crain* inquiet* inquie* alarm* menac*
      danger* crise* probleme* panne pannes en_panne bug bugs bugge* buggue* casse* brise* abim* detruit* detrui* destruct* ruin* saccag* degrad*
      pollu* toxi* nocif* nuis* poison* contamin* gaspill* perte* perdu* perdre perd perdent echec* echou* rate rates ratee ratees rater defaut*
      defaill* defectueu* refus* rejet* denonc* accus* condamn* plaign* plaindre polemi* controvers* conflit* disput* tension* victime* bless*
      accident* malad* souffr* douleur* douloureu* pleur* larme* regret* dommage helas ridicul* absurd* stupid* idiot* imbecil* betis* debil*
      cretin* abruti* incompeten* inutil* inefficac* miser* chomag* chomeu* licenci* faillit* dette* deficit* couteu* onereu* hors_de_prix piege*
      choqu* mepri* insult* agress* impoli* malpoli* desagreab* sale sales salete* moche* laid* hideu* puant* pue bruya* fade* insipide* fuir
      fuyez evite* eviter a_fuir rembourser litige* declin* recul* effondr* disparai* disparit* disparu* extinct* abattage* escalade derap* tabou*
      plombe* grav* gravement crimin* crime* delinqu* voleu* vole_mon piratage* pirat* faux fausse* fictif* hypocri* cynique* scepti* naufrag*
      trahi* censur* menteu* ment mentent mentir manipul* injust* impunite triche* bacl* zero injoignable* defigur* bradee* brade* hant*
      malediction noye* regress* gach* abandon* massif_d peril* penalis* boud* injustifi* inertie deuil domage enterre* catastrophe malais*
      suspect* interdiction fiasco* nullissime poubelle* sabot* illegal* degueul* brutal* violen* conspi* complot* alarmant* deprim* honteux
      derange* ras_le_bol ras-le-bol souill* decheance* vexe* tare* taree* n'importe_quoi trop_cher trop_chere trop_chers trop_long trop_longue
      trop_lent pas_terrible pas_top laxis* obsole* archa* punir punis galere galeres galerer merdi* plus_jamais fail flop soporifique* pathetiq*
      bidon* affame* famine* panique* risible* non_a`,
    [-3]: `horribl* affreu* atroc* abominable* execrable* catastrophi* desastr* scandal* honte ignoble* immonde* degueu* deguela* infect merd* connard*
      connass* con cons conne* connerie* salaud* salop* encul* batard* enfoir* ta_gueule ferme_ta pourri* porc porcs nul nuls nulle nulles pire
      pires lamentable* pitoyable* minable* mediocr* cauchemar* arnaqu* escro* fraud* mensong* corrup* corromp* assassin* meurtr* tue tues tuee
      tuer tuera* tuerai* tuent tuerie* mort morts morte mortes mourir meurt meurent deces decede* massacr* tortur* viol viols violeur* terror*
      attentat* guerre* haine* hais hait haiss* detest* ecoeur* degout* repugn* revolt* indign* inadmissible* inaccept* pas_acceptable insupport*
      intoler* fait_chier faire_chier chier foutage foutre foutu* fout_de se_fout deplorable* deplor* deconseil* putain voleur voleurs vomir
      gerbe* crev* lache_* racis* fasci* nazi* a_eviter fdp ntm calvaire* enfer* infernal* monstr* inhumain* barbar* cruel* cruaut* putains`,
  },
  negators: 'pas jamais rien aucun aucune sans ni guere',
  negatesBefore: 'pas jamais rien guere',
  boosters:
    'tres trop vraiment tellement si hyper super ultra extremement totalement absolument carrement bien fort vachement grave plus completement',
  dampers: 'peu assez plutot presque parfois legerement moyennement',
};
