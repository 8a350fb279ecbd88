"""Words that tell the name of a person from that of an office: common given names, and what offices are called.

Given names are those that are common in Britain today, from wherever they come. A name that is missing here is still
recognised by its form, if no word in it is one of an office.
"""

from typing import Final

GIVEN_NAMES: Final = """
aaliyah aaron abbie abby abdul abdullah abel abena abi abigail abraham ada adam adelaide adele adeola adil aditi
aditya adrian adriana agata agatha agnes agnieszka ahmad ahmed aidan aileen ailsa aimee aine aisha aisling ajay akash
akira akosua alan alana alasdair alastair albert alberto aled alejandra alejandro aleksandra alessandra alessandro
alessia alex alexa alexander alexandra alexandria alexei alexis alfie alfred ali alice alicia alina alisha alison
alistair allan allen alma alun alwyn alyssa amaka amanda amara amber amelia amina amir amirah amit amna amrit amy ana
anaya andrea andreas andreea andrei andrew andrzej andy aneta angela angelica angelina angharad angus anh anika anil
anita anja anjali ann anna annabel annabelle anne annette annie annika anouk ansh anthea anthony antoine anton antonia
antonio antony anwen anya aoibheann aoife apinya april ari aria ariana arjun arlo arnold arthur arturo arun asha
ashley ashok asif asma astrid atif aubrey audrey augusta aurora ava aveline avril awa ayaan ayesha ayo ayse azra
babatunde bailey balraj barbara barnaby barry bartosz basil beata beatrice beatriz becky belinda bella ben benedict
benjamin bernadette bernard bernice bert bertha bess beth bethan bethany betsy betty beverley bhavna bianca bilal bill
billy bjorn björn blake blanca bob bogdan boris brad bradley brandon branwen brenda brendan brenna brett brian bridget
briony bronwen bronwyn bruce bruno bryan bryn bryony bukola caitlin caleb callum calum calvin cameron camilla camille
candice caoimhe cara caren carina carl carla carlos carly carmel carmen carol carole caroline carolyn carrie carys
caspar cassandra cat caterina cathal catherine cathryn cathy catrin catriona cecil cecilia cedric celia celine ceri
ceridwen cerys chad chantal charis charles charlie charlotte chelsea cheng cheryl chiamaka chiara chidi chinedu chioma
chloe chris christa christian christiane christina christine christopher chukwuemeka cian ciara ciaran cillian cindy
claire clara clare clarice clarissa claude claudia claudio clement cleo clifford clive clodagh cody colette colin
colleen colm conall connie connor conor conrad constance cora coral corinne cormac cory courtney craig cressida
cristina crystal curtis cynthia cyril daisy dale damian damien damon dan dana daniel daniela daniele danielle danny
daphne dara darcy daria dariusz darragh darren daryl dave david davide dawid dawn debbie deborah debra declan deepa
deepak deirdre delia delyth denis denise dennis denzil derek dermot desmond dewi diana diane dianne diego dilip dilys
dimitra dimitri dimitrios dina dinesh dion dirk divya dominic dominika dominique donald donna dora doreen dorian doris
dorota dorothea dorothy doug dougal douglas drew duncan dung dylan eamon ebony eddie edgar edie edith edmund eduardo
edward edwin edwina efua eileen eilidh eimear eirlys elaine eleanor elena eleni eleri elias elif elijah elin eline
elinor elisa elisabeth elise eliza elizabeth ella ellen ellie elliot elliott ellis elodie eloise elsa elsie elspeth
eluned emeka emer emil emilia emilie emily emine emlyn emma emmanuel emmanuelle emre emrys enid enrico enzo eoin eric
erica erik erika erin ernest erwin esi esme esperanza esra estelle esther ethan ethel etienne euan eugene eugenia
eunice eva evan evangeline eve eveline evelyn evie ewa ewan ezra fabian fabio faisal faith farah farhan farida fatih
fatima fatma fatou fay faye federica federico felicia felicity felipe felix femi feng fergal fergus fern fernando
ffion fiachra filip filippo finlay finley finn finnian fintan fiona fionnuala flavia fleur flora florence florian
folake folasade frances francesca francesco francine francis francisco francois frank franklin fred freddie freddy
frederick freja freya fritz gabriel gabriela gabriele gabriella gail gareth garry gary gavin gaynor gemma gene
genevieve geoff geoffrey george georgia georgiana georgina geraint gerald geraldine gerard gerhard germaine gerry
gethin gianluca gideon gilbert giles gill gillian gina giorgio giorgos giovanna giovanni giulia giuseppe gladys glen
glenda glenn glenys gloria glyn godfrey gordon grace graeme graham grainne grant greg gregor gregory greta gruffydd
guido guillaume gunther gurpreet gus gustavo guy gwen gwendolyn gwenllian gwilym gwyn gwyneth habib hamid hamish hamza
hana hanna hannah hans hao harish harold harpreet harriet harrison harry harvey hasan hassan hatice hayley hazel
heather hector hefin heidi heike helen helena helene helga henrietta henrik henry herbert herman hermione hilary hilda
hiroshi holly hong hossein howard hubert hugh hugo hui humphrey huong hussain hussein huw hyun hywel iain ian ibrahim
ida idris iestyn ieuan ifan ifeoma ignacio igor ikenna ilaria ilse imani imogen imran ina indira ines inga inge ingrid
inigo ioan ioana ioannis iona ira irene irina iris irvine isaac isabel isabella isabelle isaiah iseabail isha ishaan
isidora isla ismail isobel israel ivan ivana ivo ivor ivy iwan izabela jac jack jackie jackson jacob jacqueline
jacques jacqui jade jai jaime jake jakub jamal james jamie jan jana jane janet janice janine jared jaroslav jasmin
jasmine jason jasper jaspreet javad javier jay jaya jayden jayne jean jeanette jeanne jeff jeffrey jemima jen jenna
jennie jennifer jenny jeremiah jeremy jerome jerry jess jessica jessie jesus ji-woo jie jill jillian jim jimmy jing jo
joan joana joanna joanne joao jocelyn jodie joe joel johan johann johanna johannes john johnny jon jonah jonas
jonathan jorge jorn jose josef joseph josephine josh joshua josie joy joyce juan juanita judith judy jules julia
julian juliana julie juliet juliette julio jun june justin justine justyna jürgen kai kamal kamaljit kamil kamila
kanako kapil kara karen karim karin karina karl karla karolina kasia kat katarina katarzyna kate katerina katharina
katharine katherine kathleen kathrin kathryn kathy katia katie katrin katrina katy kavita kay kayleigh keely keiko
keir keira keith kelly kelvin ken kendra kenji kenneth kenny kerry kerstin kevin khadija khalid kiera kieran kieron
kim kimberley kimberly kiran kirsten kirstie kirstin kirsty kitty klaus kofi konrad konstantin kris krishna krista
kristen kristian kristin kristina krystyna krzysztof kuba kunal kwabena kwaku kwame kwesi kyle kylie lachlan laila
lakshmi lara larissa larry lars latifa laura lauren laurence laurent laurie lawrence layla lea leah leanne lee leena
leigh leila len lena lenny leo leon leona leonard leonardo leonie lerato leroy lesley leslie leticia lewis lia liam
liana libby lidia lila lilian liliana lilith lillian lily lina linda lindsay lindsey ling linh linus lionel lisa lise
liu liv livia liz liza lizzie llinos lloyd llyr logan lois lola lorcan lorenzo loretta lorna lorraine lottie lou louis
louisa louise lowri luca lucas lucia lucian luciana lucie lucille lucinda lucy luigi luis luisa lukas lukasz luke
lyall lydia lyn lynda lyndon lynn lynne lynsey mabel maciej macsen maddie madeleine madeline madison mae maeve magda
magdalena maggie magnus mahmoud mair maire mairead mairi maisie malachi malcolm malgorzata malik mandy manfred manish
manoj manon manpreet manuel manuela mara marc marcel marcela marcello marcia marcin marco marcus marek margaret
margarita margaux margot marguerite maria mariam marian mariana marianne marie marika marilyn marina mario marion
marisa marius marjorie mark marlene marta martha martin martina martine martyn marwa mary maryam massimo mathew
mathias mathieu mathilda matilda matt matteo matthew matthias maud maura maureen maurice mauro max maximilian maxine
maya mbali meera megan mehdi mehmet mei meinir mel melanie melinda melissa melody menna mercedes mercy meredith meriel
merryn mhairi mia michael michaela michal michał micheal michel michele michelle mick miguel mihai mikael mike mikhail
mila milan mildred miles milica milo milton min-jun mina ming minh minnie mira miranda miriam mirza mitchell moe
mohamed mohammad mohammed mohan mohit moira molly mona monica monika monique morag moray morgan moritz morris morwenna
moses muhammad mukesh munir muriel murray mustafa myfanwy myles myra myriam nadia nadine naina nancy nandini naomi
nasir nasreen nat natalia natalie natasha nathan nathaniel naveed neal ned neema neha neil nell nerys nesta neville
nguyet nia niall niamh nicholas nick nicki nicky nicola nicolas nicole nigel nikhil niki nikita nikki nikolai nikos
nils nina nisha nita nkem noah noel noelle nomsa noor nora noreen norma norman nuala nuria obinna octavia odette oisin
oksana ola olaf ole oleg olena olga olive oliver olivia olivier ollie olu olusegun oluwaseun olwen omar oonagh orla
orlaith orlando oscar osman otto owain owen ozan pablo paddy padma padraig paige paloma pamela paola paolo parisa
pascal pat patience patricia patrick patrycja paul paula paulina pauline pavel pawel pearl pedro peggy penelope penny
percy perpetua pete peter petra petros phil philip philippa philippe phillip philomena phoebe phyllis pierre pieter
piotr pippa polly pooja poppy pradeep pranav praveen precious priscilla priya priyanka prudence przemyslaw quentin
quincy rabia rachael rachel rachid radek rafael raheem rahul raj rajesh rajiv ralph ramesh ramona randall rania
raphael rashid raul ravi ravinder raymond rebecca reece reena reggie regina reginald reinhard rekha remi rene renee
reuben rex reza rhea rhian rhiannon rhoda rhodri rhona rhonda rhys ria ricardo richard rick ricky rishi rita riya rob
robbie robert roberta roberto robin robyn rocio rod roddy roderick rodney rodrigo roger rohan rohit roisin roland rolf
roman ron ronald ronan ronnie rory rosa rosalie rosalind rosalyn rosamund rosanna rose rosemary rosie ross rowan
rowena roxanne roy ruairi ruaridh ruben ruby rudolf rupert russell ruth ryan sabine sabrina sade sadia sadie saeed
safiya said saira sajid sakura salim sally salma salman salvatore sam samantha samir samira samson samuel sana sandeep
sandra sandy sanjay santiago saoirse sara sarah sasha saskia saul savannah scarlett scott seamus sean sebastian selena
selina selma serena sergei sergio seth shabana shabnam shan shane shania shannon sharon shaun shauna shawn shay sheena
sheila shelagh shelley shirin shirley shivani shona shreya shu sian sibongile sibusiso sid siddharth sidney siegfried
sienna silas silvia silvie simon simona simone sinead siobhan sioned sipho sita sive siwan siân sofia sofie solomon
somchai sonal sonia sonja sophia sophie soraya sorcha soren spencer stacey stan stanley stefan stefania stefanie
stefano steffan stella steph stephan stephane stephanie stephen sterling steve steven stewart stuart sue sukhdeep suki
sulaiman sultan sunil sunita suresh surinder susan susana susanna susannah susanne susie suzanna suzanne suzie sven
svetlana swati sybil sylvia sylvie tabitha tadeusz tadhg taha tahir tak talia tamara tamas tamsin tania tanya tara
tarek tariq tariro tasha tatiana taylor ted tegan tegwen temitope tendai terence teresa terri terry tess tessa thabo
thandiwe thanh thea thelma theo theodora theodore theresa therese thi thom thomas tia tiago tiffany tim timothy tina
toby todd tom tomas tomasz tommy tomos toni tony torsten tracey tracy travis trevor tricia trish tristan trudy tuan
tudor tunde tyler tyrone uche uma umar una ursula usha usman val valentin valentina valeria valerie vanessa vasilis
vaughan venetia vera verity veronica veronique vic vicky victor victoria vijay vikas vikram viktor viktoria vince
vincent vincenzo viola violet virginia vishal vivek vivian vivien vivienne vladimir wade wai walter wanda wanjiru
warren wayne wei wendy werner wesley wilfred wilhelm will willem william wilma winifred winston wojciech wolfgang
xavier xiang xiao xiaoming xin yaa yan yara yasir yasmeen yasmin yasmine yi ying yolanda yosef yousef youssef yu yuan
yuki yulia yuri yusuf yves yvette yvonne zac zach zachary zahra zain zainab zak zara zarah zayn zelda zeynep zhang
zhen zhi zoe zofia zoltan zora zuzanna étienne
"""
"""Given names in lower case."""

OFFICE_WORDS: Final = """
aberdeen academic academy access account accounts acting action actions active activity additional admin
administration administrator administrators admissions advance adviser advisers advisor advisors advisory aerospace
agency agenda agriculture all alliance alpha alternative alumni ambassador ambassadors ambulance analysis analyst
analytical analytics and anglia animal annex annexe annual any anybody anyone appleton applications apprentice
apprenticeship apprenticeships approval arc archaeological archaeology architecture archive archives area areas art
artificial arts assessment asset assets assistant assistants associate associates association assurance aston
astronomy at athena audit author authority authorship autumn award awarding awards bangor baseline bath bay beckett
behavioural belfast bench beta bett bid bio biochemistry bioimaging biological biology biomedical bioscience
biosciences birmingham blenders block blue board boat body bold bonington bookings botanic botany both bournemouth box
bradford branch brighton bristol britain british brunel budget budgetary building buildings bureau bursar bursary
business by caledonian calendar cambridge campaign campus campuses cancer canterbury capability capital cardiff career
careers carta catalogue catalyst catapult catering central centre centres ceramics certified chair chairs challenge
champion champions chancellor change chaplaincy charitable charity charter chem chemical chemicals chemistry chief
christ christmas cinema citizen city civic civil classics clay clerk climate clinic clinical club cluster co coach
coaches coaching code cohort cold collaboration collection collections college colleges commercial commission
commissioner commitment committee comms communication communications community comp company competence compliance
computational computer computing concordat conference consortium consultant consultants contact continuing continuous
contracts contribution control convener convenor coordinator coordinators core cornwall corporate corridor costume
council country court coventry cranfield creative crew criteria critical cross cryogenics cultural culture curriculum
customer cyber cytometry dairy dance data dates day days deadline dean deans december decision delegate delivery delta
dementia democratic dental dentistry department departmental departments deployment depot deputy design designer desk
dev developer developers development devolution devon digital director director-general directorate directors
disability discipline disciplines discovery distance diversity division divisional divisions doctoral document drama
drawing dublin dundee durham duty each earlham early earth east eastern ecology economics economy edge edinburgh
editor editorial education educational effective elec electrical electron electronic electronics emergency emeritus
employability employee employees employer employers employment endorsement energy eng engaged engagement engineer
engineering engineers england english enquiries enterprise environment environmental equality equipment equity
essential essex estate estates estimating ethics europe european evaluation event events every everybody everyone
evidence examinations exams excellence exchange exec executive executives exeter exhibition existing experience
experimental expert expertise extended external fabrication facilities facility faculties faculty fair family farm
farming farms fashion february feedback fellow fellows fellowship festival field film finance financial fine first
five fleet floor flow focus food for forensic foresight forest formal forum foundation founders founding four
framework free freelance friday from front fund fundamental funding funds further future futures gallery games gamma
garden gardens gas general genetics genome genomics geography geology glasgow glass glassblowing glasshouse global
gmbh gold governance government governors gown grade graduate graduates grants graphic graphics great green greenhouse
greenwich grey grounds group groups growth guidance guild hall hallam hamlyn handling hands harper head heads health
health-and-safety helpdesk heritage herschel high higher history holder holders home horizon horticulture hospital
hospitality house housing hub hull human humanities hut hydro illustration imaging impact implementation improvement
in in-house inc inclusion inclusive inclusivity independent industrial industry influence information infrastructure
initiative innovation insight inspection institute institutes institution institutional instrument integrated
integrity intelligence interim internal international internship inventory investment ireland it item january jisc job
job-family jodrell joined joint journal journalism july junior keele kent key keynes king kings kitchen kitemark
knowledge lab label laboratories laboratory labs lancaster land lane language languages laser law lead leader leaders
leadership leads lean learning lecture lecturer lecturers leeds legacy legal leicester leisure level levels liaison
librarian librarians libraries library life life-sciences light limited lincoln line lines literature liverpool living
llp loan local logistics london loughborough lounge low ltd machine mail main maintenance major make maker makers
makerspace managed management manager managers manchester manufacturing map march marine market marketing mass master
materials mathematics maths matter mayor measurement mech mechanical mechanics media medical medicine meeting meetings
member members membership men mentor mentoring mentors metal methods metrics metrology metropolitan microbiology
microscopy microsoft mid middle middlesex midlands migration minister ministry mission mixed mobility model modern
module molecular monday monitoring montfort more most mountain multi museum museums music name nano nanotechnology
napier national natural net network networks neuroscience new newcastle next night no nobody none north northern
northmoor northumbria norwich not notes nottingham november nuclear numerical nurse nursing objective occupational
oceanography october of office officer officers offices ombudsman on on-call onboarding one online open operation
operational operations operator operators opportunities optical optics option or oral ordinary org organic
organisation organisational organisations organising other outcome outputs outreach outside outstanding oversight own
owner owners oxford page painting panel paper parking part partner partners partnership partnerships party past path
pathology pathway pathways patient patron patrons pay payroll peer pensions people per performance permanent person
personal personnel pest pgr pharmaceutical pharmacy phase philosophy photography photonics physical physics physiology
pillar pilot place placement placements plan planning plans plant plastics platform play player plc plymouth police
policies policy politics polymer pool population port portal portfolio portsmouth post postdoctoral postgraduate power
practical practice pre precinct preparation presidency president press primary principal principals print printing
priority private prize pro process procurement product production productivity professional professionals professor
professors profile programme programmes progress progression project projects promotion promotions prop property
proposed props prospectus proteomics provisional provost provosts psychology public public-engagement publications
publicity publishing pvc pvcs quadram quality quantum quay quays queen radiation radio rapid reader readers readiness
reading reception recognition recommendation record records recruitment rector red reference regional register
registered registrar registrars registration registry regulatory relations relationship religion remote renewal repair
report reporting representation representative representatives reproduction reps request research researcher
researchers residences resource resources resourcing responsible rest result retail retention retired review reviewer
revised reward rig rights risk roadmap robotics rock role room rooms rota rotating royal rural ruskin sabbatical
safety saint sales salford sanger saturday scheme schemes scholars scholarship school schools sci science
science-based sciences scientific scientist scientists scope scotland scottish screen sculpture secretariat
secretaries secretary section sections sector security seed selected self semester seminar senate senior seniors
sensor september service services sessions shared sheffield sheriff shift ship shop short shortage show signatory silk
silver simulation simulator single site sites six ski skill skilled skills small social societies society sociology
soft software soil solent solutions some somebody someone sound source south southampton southern space special
specialist specialists specimen spectrometry speech sponsor sponsors sport sports spring st staff staffing
staffordshire stage stakeholder stakeholders standards standing start statistics steel steering stem step steps
steward stirling storage store stores story strand strategic strategies strategy strathclyde stream streams structures
student students studies studio studios study style subject substance success suite summer summit sunday sunderland
supervisor supervisors supplier suppliers supply support supporting surface surgery surrey survey sussex
sustainability sustainable swan swansea synthesis system systems talent tank target task taskforce tata taught tba tbc
tbd teacher teachers teaching team teams tech technical technician technicians technologies technologist technologists
technology teesside television temporary term terms test testing textile textiles the theatre theatres theme themes
theory therapy thermo thesis things think third three thursday time timetable timetabling title to tools total tourism
tracking trade trades traditional trainee trainees trainer training transfer transformation transition translation
transparency transport travel treasurer treatment trent trial tropical trust trustees tuesday tunnel tutor tutors two
type uk ulster undergraduate union unions unit units universal universities university upgrade upper urban user users
usual utilities vacancy vacuum value values various venue vessel vessels vet veterinary via vice video visibility
vision visiting visitor visual vivarium vocational voice volunteer volunteers wales ward warden wardrobe warwick waste
water wave web webpage website wednesday welfare wellbeing wellcome welsh west western whole wide widening wider
wildlife wind wing wings winter with wolverhampton women wood worcester work work-based worker workers workforce
working workload workplace workshop workshops workstream world writing written x-ray yard year york yorkshire young
youth zero zone zoology
"""
"""Words of roles, teams, subjects and places in lower case, which are seldom part of the name of a person."""

SURNAMES: Final = """
baker banks bath bell bishop bold bristol cambridge chambers chancellor chase clerk cook cornwall court cross day dean
devon durham east edge england english essex fair farm fellow fellows field fields forest french friday garden glass
gold grant green grey hall hand harper head hull ireland kent king lancaster law light lincoln london lord major march
marshall mason master masters monday moss night north nurse oxford page paper park parks pool porter post power price
provost reader reading rivers royal sales salford scotland short silver small south spring steel stirling stone street
summers sussex swan teacher trainer tutor ward warden warwick waters welsh west winter winters wood woods worcester
world york young
"""
"""Words of offices that are also surnames: after a given name, as in `Helen Dean`, they are."""

OTHER_WORDS: Final = """
april art august bill chase christian dawn dean drew faith grace iris ivy jade joy june mark max may mercy miles
olive pat patience pearl precious prudence ray rob rose said sky sterling sultan summer val verity violet will
"""
"""Given names that alone, or in lower case, may be another word."""

PARTICLES: Final = """
ab af al ap bin da dal das de del della den der di dos du el ferch ibn la le ten ter ul van von y zu
"""
"""Words of surnames that are written in lower case."""

OFFICE_WORDS_ELSEWHERE: Final = """
abteilung academaidd academique acmhainni addysg adjoint administratif adnoddau adran adrannau affaires amgueddfa
amgylchedd amrywiaeth ansawdd archif archifau ariannol arloesi arwain arweinwyr arweinydd assistante atelier
bainisteoir bainistiocht bennaeth betriebsrat bibliothek bibliotheque bobl bord bordan brif brifysgol buro bwrdd
bwyllgor cadeirydd caerdydd caffael campws cangellor canolfan canolog cathaoirleach ceann ceannaire ceannard
ceannardan ceannasai cefnogaeth cefnogi cenedlaethol chargee chef cheffe chercheur chercheurs chlaraitheora
chyfleusterau chyllid claraitheoir cofrestrydd coiste colaiste coleg colegau comataidh comhairle comhairleoir comisiwn
comite conseil conseiller conseillere coordinateur coordinatrice corfforaethol cydlynydd cydraddoldeb cyfadran
cyfadrannau cyfarwyddiaeth cyfarwyddwr cyfarwyddwyr cyfathrebu cyfleusterau cyfrifiadura cyllid cymorth cymraeg cymru
cymuned cynaliadwyedd cyngor cynllunio cynorthwyol daonna datblygu ddatblygu ddeon ddirprwy ddysgu deagan dechnegol
dechnegwyr dechnegydd dechnoleg dekan dekanat delegue deon deoniaid departement developpement dienst dienste diogelwch
directeur direction directrice dirprwy diwydiant doyen doyenne dynol dysgu ecole eireann enseignement eolaiochta
equipe etudes etudiants fachbereich faculte fakultat fferm ffermydd foireann foirne foras forschung gaeilge
gaidhealach gaidhlig gaillimhe ganghellor ganolfan geltaidd generale gestion gestionnaire ghlaschu gofal gofrestrydd
goireasan goleg groupe gruppe grwp grwpiau gwasanaeth gwasanaethau gweithdy gweithgareddau gweithgor gweithredol
gwyddoniaeth gwyddorau gydlynydd gyfadran gyfarwyddwr gyllid gymorth gymraeg gymru gyngor gyrfaoedd hollscoile
humaines hyfforddi hyfforddiant iaith iar-phrionnsapal iechyd ingenieur ingenieurs innealtoireacht institut kanzler
labor laboratoire labordai labordy leabharlainne leabharlann leabharlannai leas-uachtaran leiter leiterin leitung
llesiant llyfrgell llyfrgelloedd llyfrgellydd llywio llywodraeth llywodraethwyr llywydd lyfrgell lywio lywodraeth
marchnata meddygaeth myfyrwyr nollscoil oideachas oifig oifigeach oifigear oiliuna oilthigh oilthighean ollscoil
ollscoile ostaig pawb peirianneg penaethiaid pencampwr pencampwyr pennaeth personalabteilung personel phennaeth
phrifysgol pilotage pobl prasident presidente prif prifathro prifysgol prifysgolion priomh prionnsapal proffesiynol
prosiect prosiectau pwyllgor qualite recherche recteur rectrice referat referent rektor reolwr reseau responsable
ressources rhaglen rhanbarthol rheoli rheolwr rheolwyr rhwydwaith rhyngwladol riarachan riarthoir roinn roinne runai
runaire rwydwaith sabhal scientifique scoil scoile secretaire securite seirbheis seirbheisean seirbhis seirbhisi
senedd sgiliau sgoil sociales solair stiuireadh stiuiriche stiurtha stiurthoir swydd swyddfa swyddog swyddogion
syndicat taighde technegol technegwyr technegydd technicien technicienne techniciens technik techniker technique
techniques technische technischer technisches technoleg teicneoir teicneoiri teicneolai teicneolaiche teicneolas
teicnigeach teicniuil teicniula timau uachtaran undeb undebau uned universitaire universitat universite uwch
uwch-reolwr verwaltung wasanaethau werkstatt wrecsam wyddoniaeth wyddorau ymchwil ysgol ysgolion ysgrifennydd ystad
ystadau zentrale zentrum
"""
"""The same in Welsh, with the usual changes of the first letter, Gaelic, Irish, French and German; without accents."""
