"""The words around names and at their head that tell what they name, written for this project."""

from __future__ import annotations

from reader.entities.wordlist import words

PARTICLES = words(
    """
    do da dos das de e del della von van der den di du bin ibn al el la le los y d
    """
)
"""Lower-case words that may stand inside a name."""

JOINERS = frozenset({"do", "da", "dos", "das", "de"})
"""The particles of Portuguese that tie two halves of a name, or only stand between two names."""

FOREIGN_PARTICLES = PARTICLES - JOINERS - {"e", "d", "y"}

TITLES = words(
    """
    presidente presidenta ministro ministra premiê premier primeiro-ministro primeira-ministra chanceler
    governador governadora prefeito prefeita deputado deputada senador senadora vereador vereadora
    secretário secretária embaixador embaixadora cônsul general coronel capitão capitã major tenente
    sargento cabo soldado almirante brigadeiro marechal comandante delegado delegada juiz juíza
    desembargador desembargadora procurador procuradora promotor promotora advogado advogada bastonário
    ator atriz actor actriz cantor cantora músico compositor compositora maestro maestrina pianista
    guitarrista escritor escritora poeta poetisa romancista jornalista repórter editor editora cineasta
    diretor diretora director directora realizador realizadora produtor produtora fotógrafo fotógrafa
    pintor pintora escultor escultora arquiteto arquiteta arquitecto arquitecta engenheiro engenheira
    médico médica cirurgião doutor doutora professor professora historiador historiadora sociólogo
    socióloga filósofo filósofa antropólogo antropóloga cientista físico física químico biólogo bióloga
    economista psicólogo psicóloga psicanalista psiquiatra pesquisador pesquisadora investigador
    investigadora analista especialista consultor consultora empresário empresária banqueiro banqueira
    executivo executiva gerente técnico treinador treinadora jogador jogadora atacante avançado zagueiro
    lateral goleiro meia volante centroavante piloto tenista nadador nadadora atleta corredor ciclista
    campeão campeã árbitro papa bispo arcebispo cardeal padre frei madre irmã irmão pastor reverendo
    monsenhor rabino aiatolá rei rainha príncipe princesa imperador imperatriz duque duquesa conde
    condessa barão baronesa visconde marquês sultão xeque emir líder dirigente chefe chefão coordenador
    coordenadora porta-voz assessor assessora dono dona candidato candidata ex-presidente vice-presidente
    vice conselheiro conselheira comissário comissária relator relatora autarca eurodeputado eurodeputada
    sindicalista militante ativista activista estudante aluno aluna operário motorista taxista estilista
    modelo apresentador apresentadora humorista crítico crítica colunista cronista dramaturgo dramaturga
    encenador encenadora coreógrafo coreógrafa bailarino bailarina curador curadora astronauta cosmonauta
    sr sra dr dra prof profa seu dom don d mr mrs ms lord lorde sir senhor senhora são santo santa pai
    mãe filho filha marido mulher esposa viúva viúvo avô avó tio tia primo prima sobrinho sobrinha neto
    neta sogro sogra genro nora namorado namorada amigo amiga colega companheiro companheira ator-diretor
    fundador fundadora criador criadora autor autora herdeiro herdeira sócio sócia inventor inspetor
    inspetora inspector detetive agente ouvidor reitor reitora decano decana tesoureiro superintendente
    administrador administradora gestor gestora chairman titular mandatário estadista ditador
    presidenciável
    """
)
"""Words before a person's name: offices, trades, courtesy, kinship; lower case."""

NO_ROLE = words(
    """
    dona sr sra dr dra prof profa seu dom don d mr mrs ms sir são santo santa senhor senhora
    """
)
"""Titles of courtesy: they announce a person but are no role."""

COURTESY = words(
    """
    sr sra srta dr dra prof profa eng gen cel cap av d mr mrs st sto sta pe jr ltda cia
    """
)
"""Abbreviations whose full stop does not end a name; lower case."""

ORG_HEADS = words(
    """
    frota sistema
    ministério ministérios secretaria universidade faculdade instituto institutos banco bancos conselho
    partido partidos câmara senado congresso assembleia assembléia parlamento tribunal tribunais supremo
    superior comissão comité comitê federação confederação associação sindicato união central liga clube
    grêmio esporte sporting sociedade fundação companhia empresa empresas grupo holding indústria
    indústrias corporação polícia exército marinha aeronáutica força forças guarda gnr corpo bombeiros
    departamento direcção direção diretoria gabinete agência autoridade organização organizações fundo
    bolsa caixa cooperativa ordem igreja diocese patriarcado seleção selecção governo prefeitura
    procuradoria promotoria advocacia defensoria receita previdência editora jornal revista rádio radio
    tv televisão rede orquestra filarmônica coral teatro escola colégio liceu laboratório laboratórios
    academia centro núcleo observatório serviço serviços inspecção inspeção gerência superintendência
    delegacia comando batalhão brigada movimento frente aliança coligação coalizão juventude bloco pólo
    consórcio construtora viação transportadora siderúrgica metalúrgica usina refinaria petroquímica
    telecomunicações seguros seguradora airlines aviação bank university institute corporation company
    council committee commission foundation association party ministry department national international
    group records pictures motors press news times post journal magazine football club real atlético
    deportivo racing sindicatos comissariado alto tesouro registo registro junta provedoria patrulha
    cúria conferência
    """
)
"""Capitalised words that head the name of an organisation; lower case."""

ORG_TAILS = words(
    """
    s.a s/a sa ltda ltd inc corp co llc gmbh ag plc cia sgps fc sc ac ec f.c s.c futebol clube group
    airlines motors bank records pictures university press news times post band orchestra quartet
    brothers bros sons associados
    """
)
"""Words that end the name of an organisation; lower case, without the last full stop."""

ORG_NOUNS = words(
    """
    empresa empresas partido partidos clube time equipe equipa grupo banco bancos jornal diário semanário
    revista editora construtora montadora fabricante gravadora agência emissora canal fundação instituto
    universidade faculdade escola colégio associação sindicato central organização ong companhia
    multinacional holding fábrica loja lojas rede cadeia marca firma consultora consultoria seguradora
    corretora distribuidora produtora operadora banda conjunto orquestra seleção selecção guerrilha
    milícia facção movimento comissão comitê comité conselho tribunal secretaria ministério sociedade
    cooperativa federação confederação liga coligação coalizão aliança site portal instituição entidade
    siglas imobiliária petrolífera petroleira mineradora siderúrgica estatal varejista bancada
    patrocinadora rádio televisão
    """
)
"""Lower-case nouns before the name of an organisation."""

PLACE_HEADS = words(
    """
    paço arco reserva
    rua avenida av praça alameda travessa largo estrada rodovia rod via beco viaduto ponte túnel parque
    jardim bairro vila serra monte montanha morro pico vale ilha ilhas arquipélago península cabo golfo
    baía lagoa lago rio ribeira ribeirão praia costa oceano mar canal estreito deserto floresta mata
    cordilheira planalto aeroporto porto estação terminal estádio ginásio autódromo hipódromo kartódromo
    pavilhão palácio castelo mosteiro convento catedral capela basílica museu biblioteca hospital clínica
    maternidade shopping hotel pousada cinema cine auditório sala galeria edifício torre fazenda quinta
    sítio zona região extremo bacia foz barra fonte ladeira calçada cosmódromo república reino estado
    principado província distrito concelho município freguesia território cidade
    faixa margem médio-oriente
    """
)
"""Capitalised words that head the name of a place; lower case."""

PLACE_TAILS = words("street avenue square park lake river island islands bay beach airport hills valley")
"""Words that end the foreign name of a place; lower case."""

PLACE_NOUNS = words(
    """
    cidade cidades vila aldeia povoado povoação bairro distrito concelho freguesia município municípios
    província região estado estados país países república reino capital ilha ilhas arquipélago península
    rio ribeira lago lagoa mar oceano baía golfo cabo estreito canal serra monte montanha montanhas morro
    pico vulcão vale planalto planície deserto floresta praia praias costa litoral costas porto aeroporto
    estação fronteira rua avenida praça largo estrada rodovia ponte favela zona subúrbio periferia
    comarca interior arredores sul norte leste oeste nordeste sudeste sudoeste noroeste localidade
    território enclave parque estádio autódromo circuito cosmódromo povoamento proximidades hotel
    restaurante museu teatro cinema cine hospital igreja catedral palácio castelo mosteiro convento bar
    boate discoteca galeria shopping penitenciária prisão cadeia presídio ginásio pavilhão av usina
    central via habitantes moradores natural residente viaduto túnel quinta fazenda sítio ribeiro
    embaixada povoações
    """
)
"""Lower-case nouns before the name of a place, with or without ``de``."""

SAYING = words(
    """
    disse diz dizia afirma afirmou declara declarou acrescenta acrescentou conta contou explica explicou
    lembra lembrou informa informou anuncia anunciou revela revelou comenta comentou garante garantiu
    ressalta ressaltou destaca destacou defende defendeu critica criticou acusa acusou alega alegou
    admite admitiu adverte advertiu alerta alertou observa observou reconhece reconheceu responde
    respondeu pergunta perguntou propõe propôs pede pediu sugere sugeriu acredita acreditou pensa pensou
    considera considerou sublinha sublinhou salienta salientou adianta adiantou refere referiu confessa
    confessou recorda recordou conclui concluiu completa completou avalia avaliou prevê nega negou
    confirma confirmou reage reagiu ironiza ironizou argumenta argumentou assegura assegurou prossegue
    escreve escreveu continua nasceu morreu casou sorri riu chorou interrompe insiste insistiu frisou
    esclarece esclareceu gosta quer quis acha achou sabe sente sentiu viu fala falou
    """
)
"""Verbs whose subject is most often a person."""


def is_title(word: str) -> bool:
    """Whether a lower-case word is an office, a trade or a relation, also as "ex-", "vice-" or "-geral"."""
    if word in TITLES:
        return True
    parts = word.split("-")
    return len(parts) > 1 and (parts[-1] in TITLES or parts[0] in TITLES)
