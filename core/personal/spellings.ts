/**
 * Other spellings of changed names that no rule of sound finds (`alike.ts`), and the same name in other languages where
 * people go by either.
 */
const SPELLINGS = new Map(
  `Agnes:Agnieszka,Inés Ahmad:Ahmed,Achmed,Ahmet,Achmat Aisling:Ashling,Ashlyn,Aislinn Alan:Allen,Alain
Alec:Alex,Aleksy Alina:Aline,Halina Anton:Antony,Anthony,Antoni,Antonio,Антон,Антоній Arjun:Arjan,Arjuna Asha:Aisha,Ayesha
Barbara:Varvara,Варвара,Basia Bashir:Bachir,Besir,Basheer Beatrix:Beatrice,Beatriz,Beata Bronwen:Bronwyn,Branwen
Callum:Colum,Malcolm Cecily:Cecilia,Cecile Celia:Cécile,Sheila Clara:Claire,Clare,Chiara Dalia:Dahlia,Dalya
Damian:Damien,Damiano,Demyan Darius:Dariush,Dario,Дарій Denise:Denis,Denisa Derek:Derrick,Dirk Dev:Deb
Dora:Theodora,Дора Edith:Edyta,Edita Edwin:Edvin,Eduin Elif:Alif,Aliph Elsa:Ilse Erica:Erik,Eric
Esme:Esmee,Esma Eunice:Eunike Farida:Ferida,Feride Felix:Feliz,Felicks Gareth:Gary,Garath Goran:Joran,Zoran
Greta:Gréte,Margreta Gwen:Gwendolen,Gwyn Hamza:Hamsa,Hamzeh Hanna:Hannah,Chana,Channa,Ganna,Ганна,Johanna,Anna
Harriet:Henrietta,Harriette Hector:Ettore,Ektor,Héctor Hugo:Hugh,Ugo,Huw,Гюго,Хьюго Ifor:Ivor,Yvor
Ines:Inez,Agnes,Ynez Ishaan:Ehsan,Eshan Ivan:Iwan,Ifan,Ioan,Jovan Jamila:Djamila,Gamila,Cemile,Jamilla,Djemila
Jasper:Casper,Kaspar,Gaspar Jerome:Gerome,Hieronim,Geronimo Joan:Joanne,Johanne,Joanna Jonah:Jonas,Yunus,Younes,Yunis,Iona
Kamal:Kemal,Kamel Karim:Kerim,Kareem,Carim Kofi:Coffie Kwame:Kwami,Kouame Laila:Leila,Layla,Leyla,Lejla,Leilah
Lars:Laurs,Lasse Leona:Leonie,Leonia Lucian:Lucien,Luciano Magda:Magdalena,Magdalene,Магдалена Malik:Melik,Malek,Maleek
Marta:Martha,Marthe,Марфа Maurice:Moritz,Morris,Mauricio,Maurizio Mei:May,Mai,Mey Mina:Mena,Minna,Amina Mirela:Mirel,Mireille
Monty:Montague Nadia:Nadja,Nadya,Nadiya,Nadezhda,Надежда,Надія Naveed:Navid,Nawid Nina:Ninah,Niina,Nena
Noor:Nur,Nour,Noora,Nura Noreen:Nooreen,Nourin,Noreena Olga:Olha,Helga,Ольга,Ольха,Olya,Оля
Omar:Umar,Omer,Umer,Ömer,Oumar,Amar,Ammar Oscar:Oskari,Osgar Pavel:Pawel,Pavlo,Paul,Павло,Pablo Petra:Peta,Piotra
Priya:Piriya,Priyah,Preeya,Prija Quentin:Quintin,Kentin Rafiq:Rafeeq,Rafik,Refik Ramona:Raymonde Rashid:Rachid,Rasheed,Rasit
Renata:Renate,Renée,Rene Rhys:Reece,Rees,Rhees,Reis Robin:Robyn,Robert Rosalind:Rosalinda,Rosalyn Sabina:Sabine,Sabrina
Salma:Selma,Salmah Sasha:Sascha,Sacha,Alexandra,Alexander,Саша Selwyn:Selvin,Sullivan Sergio:Sergei,Serge,Sergey,Serhiy,Сергей,Сергій
Shanice:Chanice,Shaneice Shirin:Chirine,Shireen,Sherin,Şirin Silas:Silvanus,Sylas Simran:Simren,Simrin Stella:Estella,Estelle
Sunil:Suneel,Sunel Sybil:Sybille,Cybil,Sibylla Tamsin:Tamzin,Thomasina Tariq:Tarek,Tareq,Tarik,Tarick Tenzin:Tenzing
Tessa:Teresa Tobias:Toby,Tobiasz Ursula:Orsola,Urszula Vera:Viera,Wiera Walter:Walther,Уолтер Wanda:Vonda Winifred:Winnifrith
Xavier:Javier,Zavier,Xabier,Saviour Yasmin:Yasemin,Jasmine,Jasmin,Jessamine,Жасмин,Zhasmin,Yasamin Yuki:Yukie
Yusuf:Yusaf,Youssef,Yousef,Yusef,Yussuf,Yosef,Joseph,Josef,Jusuf,Jussuf,Iosif,Осип,Йосип,Ousseph,Usuf Zara:Zahra,Zahrah,Zarah,Sara,Sarah
Zoltan:Soltan,Sultan`
    .split(/\s+/u)
    .map((row): [string, string[]] => {
      const [name = '', others = ''] = row.split(':');
      return [name, others.split(',')];
    }),
);

/** None where only its sound tells. */
export function spellingsOf(name: string): readonly string[] {
  return SPELLINGS.get(name) ?? [];
}
