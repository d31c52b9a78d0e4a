"""Words that names of organisations are built of, and their English."""

from __future__ import annotations

from reader.entities.gazetteer import fold


def _table(text: str) -> dict[str, str]:
    found = {}
    for entry in text.replace("\n", " ").split(";"):
        names, sign, english = entry.strip().partition("=")
        if sign:
            found |= {fold(name): english.strip() for name in names.split(",")}
    return found


TOPICS = _table("""
saúde=Health; educação=Education; ensino superior=Higher Education; ensino=Education; justiça=Justice; defesa=Defence;
defesa nacional=National Defence; finanças=Finance; fazenda=Finance; economia=the Economy; agricultura=Agriculture;
pecuária=Livestock; abastecimento=Food Supply; cultura=Culture; esporte,esportes,desporto,desportos=Sports; turismo=Tourism;
ciência=Science; ciências=Sciences; tecnologia=Technology; tecnologias=Technology; inovação=Innovation;
inovações=Innovation; ensino superior=Higher Education; comunicações=Communications; comunicação=Communication;
comunicação social=Media; trabalho=Labour; emprego=Employment; transporte,transportes=Transport;
obras públicas=Public Works; infraestrutura,infraestruturas,infra-estrutura,infra-estruturas=Infrastructure;
habitação=Housing; cidades=Cities; planejamento,planeamento,planeamento=Planning; orçamento=Budget; gestão=Management;
interior=the Interior; administração interna=Internal Administration; administração pública=Public Administration;
segurança=Security; segurança pública=Public Security; segurança social=Social Security;
segurança nacional=National Security; segurança interna=Homeland Security; previdência=Social Security;
previdência social=Social Security; assistência social=Social Assistance; desenvolvimento=Development;
desenvolvimento social=Social Development; desenvolvimento agrário=Agrarian Development;
desenvolvimento regional=Regional Development; desenvolvimento econômico,desenvolvimento económico=Economic Development;
desenvolvimento rural=Rural Development; desenvolvimento sustentável=Sustainable Development;
direitos humanos=Human Rights; cidadania=Citizenship; mulher,mulheres=Women; família=Family; juventude=Youth;
igualdade=Equality; igualdade racial=Racial Equality; meio ambiente,ambiente=the Environment; clima=Climate;
mudança do clima=Climate Change; mudanças climáticas,alterações climáticas=Climate Change;
transição energética=Energy Transition; ação climática,acção climática=Climate Action; energia=Energy;
energia atômica,energia atómica=Atomic Energy; energia nuclear=Nuclear Energy; minas=Mines; petróleo=Petroleum;
petróleos=Petroleum; recursos naturais=Natural Resources; recursos minerais=Mineral Resources;
recursos hídricos=Water Resources; águas=Water; pesca,pescas=Fisheries; aquicultura=Aquaculture; mar=the Sea;
indústria=Industry; comércio=Trade; comércio exterior=Foreign Trade; comércio externo=Foreign Trade;
relações exteriores,negócios estrangeiros,assuntos exteriores,assuntos estrangeiros,negócios exteriores=Foreign Affairs;
relações internacionais=International Relations; cooperação=Cooperation; integração=Integration;
integração nacional=National Integration; guerra=War; marinha=Navy; aeronáutica=Air Force; exército=Army;
assuntos parlamentares=Parliamentary Affairs; coesão=Cohesion; coesão territorial=Territorial Cohesion;
presidência=Presidency; solidariedade=Solidarity; reforma agrária=Agrarian Reform; telecomunicações=Telecommunications;
informação=Information; imigração=Immigration; migrações=Migration; cidadania=Citizenship; impostos=Taxes;
assuntos fiscais=Tax Affairs; tesouro=Treasury; medicina=Medicine; direito=Law; letras=Arts; engenharia=Engineering;
arquitetura,arquitectura=Architecture; filosofia=Philosophy; ciências sociais=Social Sciences; ciências humanas=Human Sciences;
economia e gestão=Economics and Management; odontologia=Dentistry; farmácia=Pharmacy; enfermagem=Nursing;
psicologia=Psychology; física=Physics; química=Chemistry; matemática=Mathematics; história=History; geografia=Geography;
biologia=Biology; belas artes,belas-artes=Fine Arts; música=Music; teatro=Theatre; cinema=Cinema; estatística=Statistics;
administração=Administration; ética=Ethics; eleições=Elections; logística=Logistics; inteligência=Intelligence;
aviação civil=Civil Aviation; aviação=Aviation; meteorologia=Meteorology; polícia=Police; proteção civil,protecção civil=Civil Protection;
defesa civil=Civil Defence; defesa do consumidor=Consumer Protection; investigação=Research; pesquisa,pesquisas=Research;
pesquisa econômica=Economic Research; política monetária=Monetary Policy; artes=Arts; patrimônio,património=Heritage;
povos indígenas=Indigenous Peoples; portos=Ports; modernização=Modernisation; reformas=Reforms; estado=State;
negócios=Business; finanças públicas=Public Finance; investimento,investimentos=Investment; turismo e cultura=Tourism and Culture
""")
"""What ministries, faculties and institutes deal with."""

DEMONYMS = _table("""
brasileiro,brasileira=Brazilian; português,portuguesa=Portuguese; angolano,angolana=Angolan;
moçambicano,moçambicana=Mozambican; cabo-verdiano,cabo-verdiana,cabo-verdeano=Cape Verdean; guineense=Guinean; timorense=Timorese;
espanhol,espanhola=Spanish; catalão,catalã=Catalan; basco,basca=Basque; francês,francesa=French;
inglês,inglesa=English; britânico,britânica=British; escocês,escocesa=Scottish; irlandês,irlandesa=Irish;
alemão,alemã=German; austríaco,austríaca=Austrian; suíço,suíça=Swiss; italiano,italiana=Italian; belga=Belgian;
holandês,holandesa,neerlandês,neerlandesa=Dutch; sueco,sueca=Swedish; norueguês,norueguesa=Norwegian;
dinamarquês,dinamarquesa=Danish; finlandês,finlandesa=Finnish; polonês,polonesa,polaco,polaca=Polish;
tcheco,tcheca,checo,checa=Czech; húngaro,húngara=Hungarian; romeno,romena=Romanian; búlgaro,búlgara=Bulgarian;
grego,grega=Greek; sérvio,sérvia=Serbian; croata=Croatian; bósnio,bósnia=Bosnian; russo,russa=Russian;
soviético,soviética=Soviet; ucraniano,ucraniana=Ukrainian; bielorrusso,bielorrussa=Belarusian; georgiano,georgiana=Georgian;
turco,turca=Turkish; israelense,israelita=Israeli; palestino,palestina,palestiniano,palestiniana=Palestinian;
sírio,síria=Syrian; libanês,libanesa=Lebanese; iraquiano,iraquiana=Iraqi; iraniano,iraniana=Iranian;
saudita=Saudi; egípcio,egípcia=Egyptian; argelino,argelina=Algerian; marroquino,marroquina=Moroccan;
sul-africano,sul-africana=South African; nigeriano,nigeriana=Nigerian; indiano,indiana=Indian;
paquistanês,paquistanesa=Pakistani; chinês,chinesa=Chinese; japonês,japonesa=Japanese;
norte-coreano,norte-coreana=North Korean; sul-coreano,sul-coreana=South Korean; indonésio,indonésia=Indonesian;
australiano,australiana=Australian; americano,americana,norte-americano,norte-americana=US; canadense,canadiano,canadiana=Canadian;
mexicano,mexicana=Mexican; argentino,argentina=Argentine; uruguaio,uruguaia=Uruguayan; paraguaio,paraguaia=Paraguayan;
chileno,chilena=Chilean; boliviano,boliviana=Bolivian; peruano,peruana=Peruvian; colombiano,colombiana=Colombian;
venezuelano,venezuelana=Venezuelan; equatoriano,equatoriana=Ecuadorian; cubano,cubana=Cuban; haitiano,haitiana=Haitian;
europeu,europeia,européia=European; africano,africana=African; árabe=Arab; islâmico,islâmica=Islamic
""")
"""Adjectives of nations, as they stand at the end of a name."""

SPORTS = _table("""
futebol=Football; basquete,basquetebol=Basketball; vôlei,voleibol=Volleyball; atletismo=Athletics; natação=Swimming;
judô,judo=Judo; tênis,ténis=Tennis; ginástica=Gymnastics; automobilismo=Motorsport; ciclismo=Cycling; boxe=Boxing;
handebol,andebol=Handball; râguebi,rugby,rúgbi=Rugby; xadrez=Chess; vela=Sailing; remo=Rowing; surfe,surf=Surfing;
hóquei=Hockey; patinagem=Skating; desportos aquáticos,esportes aquáticos=Aquatics; hipismo=Equestrian; golfe=Golf;
motociclismo=Motorcycling; tênis de mesa,ténis de mesa=Table Tennis; canoagem=Canoeing; triatlo=Triathlon
""")
"""Sports, as federations are named for them."""
