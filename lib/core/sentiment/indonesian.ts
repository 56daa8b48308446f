import type { Language } from './language.ts';

/** Indonesian, as people post it: roots and the informal spellings; affixes are taken off by the reader. `*` stands for any ending, `_` for a space. */
export const indonesian: Language = {
  id: 'id',
  enough: 1.3,
  common:
    'yang yg di dan ini itu dengan dgn untuk utk dari dr ke tidak tdk ada saya sy aku kamu kalian kita kami dia mereka akan juga sudah udah udh sdh bisa bs karena krn pada ya aja saja gak ga nggak ngga enggak gk sama  mau kalau kalo klo apa dalam atau oleh sih dong deh kok nih lah kan buat   jadi jd pak bu kak bang mas min seperti lebih sangat banget bgt banyak orang hari masih baru belum blm harus setelah tentang para adalah bahwa saat dapat secara hanya  pun agar supaya sedang membuat dah gitu gini begini begitu langsung hampir harga rasa paling pernah tempat makan lalu sangat gimana  knp',
  valences: {
    3: `mantap* mantab* mantul keren* kece hebat luar_biasa istimewa sempurna terbaik juara favorit memuaskan takjub memukau mempesona pesona lezat
      nikmat enak terenak sedap maknyus yummy cinta bahagia bangga recommended terfavorit the_best spektakuler fantastis josss* jos_gandos
      tidak_mengecewakan gak_nyesel ga_nyesel nggak_nyesel tidak_menyesal tidak_kalah pecah_banget top_markotop ajib nampol top_banget recomended
      rekomended worth_it cakep`,
    2: `suka demen gemar senang seneng gembira riang ceria syukur alhamdulillah puas cocok nyaman betah asri asyik asik seru indah cantik ganteng
      tampan elok apik bagus bgs baik bersih rapi ramah sopan santun sigap cekatan lancar murah murmer terjangkau hemat segar sejuk adem gurih
      lembut empuk renyah romantis menarik kreatif inovatif inovasi cerdas pintar pandai jenius berkualitas canggih terpercaya jujur adil amanah
      sukses berhasil prestasi menang pemenang peduli berkah barokah mulia optimis damai tenteram tentram lega lucu rekomendasi rekomen
      direkomendasikan jos sip legendaris nagih ketagihan spesial megah mewah elegan estetik estetis instagramable bermanfaat manfaat berguna
      inspirasi inspiratif love menggugah unggul idola idaman mengesankan kagum salut apresiasi menyenangkan happy nice good great best lop_u lope
      kenyang menawan menyegarkan memanjakan mengagumkan yahud kompeten profesional solutif ikhlas tulus setia makmur sejahtera hore asoy gokil
      cozy comfy friendly tepat_waktu pas_banget masuk_akal pas_di_kantong ramah_di_kantong ramah_tamah cihuy cucok meriah kekinian ngangenin`,
    1: `cepat cepet mudah gampang praktis ekonomis untung hangat lengkap luas strategis unik variatif kualitas modern aman percaya maju berkembang
      tingkatkan bantu semangat harap tenang ngakak wkwk* haha* hehe* wajib top oke ok okelah lumayan lmyn setuju terkenal populer makasih makasi
      mksh trims thanks terima_kasih terimakasih tq thx pas kangen rindu santai alami unggulan andalan untungnya penuhi berkelas bersejarah
      ditunggu berani sabar sehat subur kaya bonus gratis pertahankan dipertahankan puji solusi sepakat bagi-bagi beragam favoritku gemes amin
      aamiin mesra sahabat teman_setia syantik cerah terang harum wangi manis bermutu tahan_lama awet enteng gercep kuat tangguh perkasa nikmati
      berkunjung cobain dicoba wow wah rezeki rejeki spesialis terdepan setia sayang_banget`,
    0: `salah_satu salah_seorang tidak_salah selamat_siang selamat_pagi selamat_sore selamat_malam apa_kabar lebih_lanjut tidak_hanya bukan_hanya
      tidak_cuma`,
    [-1]: `lama lamaa* antri antre mahal ribet repot kasar keras pahit asin panas gelap kosong langka turun turunkan menurun jatuh kurang minus sempit
      sesak standar biasa padahal pdhl malah malahan tolak larang utang hutang demo kritik lapor banjir tolong kok masa cemburu heran aneh ragu
      curiga protes bantah blokir pusing anjir sepi sisa lupa buang beda panik mending mendingan percuma ditutup tutup tagih denda pajak salah
      polisi terpaksa mengulang terus_menerus ulang tanggung lemah tua tertinggal mimpi_buruk pasrah basa-basi seenak* seenaknya sok apaan
      pake_lama kecil memaksa maksa tuduh sindir sinis berat hujat debat polos dilempar* terkendala seadanya musibah hadeh hadeuh duh aduh waduh`,
    [-2]: `kecewa kecewakan susah sulit sukar rumit bingung galau sedih nangis tangis duka pilu kesal kesel marah emosi jengkel dongkol bete bt badmood
      bosan bosen jenuh malas males capek cape lelah letih takut ngeri seram serem khawatir kuatir cemas was-was gelisah iri dengki sombong angkuh
      jutek judes galak cuek ketus kejam zalim zolim dzalim jahat fitnah hoax hoaks hina caci maki cela keluh komplain complain gagal error eror
      gangguan ganggu kendala masalah hilang lenyap berisik bising sesal nyesel zonk php norak lebay alay ancam teror bom perang bentrok konflik
      rusuh langgar penjara tersangka terdakwa dakwa gugat kecam krisis miskin anggur_nya bangkrut phk anjlok merosot gempa longsor bencana celaka
      kecelakaan tabrak racun virus wabah biasa_saja biasa_aja biasa-biasa tidak_layak nggak_banget ga_banget gak_banget ga_jelas gak_jelas
      nggak_jelas tidak_jelas tak_jelas kejelasan sia-sia asal-asalan amburadul berantakan semrawut kacau ngawur ngaco boros rugi telat lambat
      lelet lemot lola macet payah hancur rusak cacat bobrok basi hambar alot gosong amis kusam kumuh derita sengsara sakit luka korban meninggal
      mati curang licik curi begal culik dusta gak_bisa ga_bisa nggak_bisa tidak_bisa tdk_bisa gabisa belum_bisa tak_bisa gk_bisa belum_masuk
      belum_sampai belum_dibalas ga_ada_respon tidak_ada_respon lalai teledor sepihak tertipu ditipu kalah tidak_profesional pelit rakus serakah
      munafik bohongin gelandang tragis miris prihatin ironis memprihatinkan menyedihkan memalukan malu salahkan plin-plan mangkir nyolot ngamuk
      berdosa dosa lumpuh down lowbat drop ngelag lag hang mengganggu terganggu kecopetan ilegal rasis diskriminasi bad fail sad hate boring slow
      worst penat tersiksa siksa hampa sampah jauh_dari_layak jangan_pernah tidak_sesuai ga_sesuai gak_sesuai tidak_puas sayangnya sayang_sekali
      namun_sayang tapi_sayang tong_kosong omong_kosong menipu jauh_dari_enak`,
    [-3]: `buruk terburuk jelek parah mengecewakan kapok benci muak jijik menjijikkan menjijikan bodoh tolol goblok goblog bego anjing anjg bangsat
      babi brengsek kampret sialan sial bajingan laknat biadab keparat monyet taik tai setan asu jancok jancuk cuk ngehe ngentot kontol memek
      busuk bau kotor jorok tipu penipu penipuan bohong pembohong korupsi koruptor maling rampok perampok bunuh tewas teroris khianat najis mampus
      bacot tidak_akan_kembali ga_akan_kesini kapok_banget terparah dungu idiot sontoloyo somplak geblek bangke pecundang bejat durjana
      pengkhianat cebong kurang_ajar`,
  },
  negators: 'tidak tdk tak gak ga nggak ngga enggak gk kagak kaga bukan bkn belum blm jangan jgn tanpa kurang krg',
  negatesBefore: '',
  boosters: 'sangat sgt banget bgt sekali bener benar amat paling super terlalu sungguh benar-benar abis poll pol makin semakin',
  dampers: 'agak cukup lumayan sedikit rada mungkin',
};
