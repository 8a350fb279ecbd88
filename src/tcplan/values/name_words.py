"""Words that tell the name of a person from that of an office: common given names, and what offices are called.

Given names are those that are common in Britain today, from wherever they come. A name that is missing here is still
recognised by its form, if no word in it is one of an office.
"""

from typing import Final

GIVEN_NAMES: Final = """
aaliyah aaron abbie abby abdul abdullah abel abi abigail abraham ada adam adelaide adele adeola adil aditi aditya
adrian adriana agata agatha agnes agnieszka ahmad ahmed aidan aileen ailsa aimee aine aisha aisling ajay akash akira
alan alana alasdair alastair albert alberto aled alejandra alejandro aleksandra alessandra alessandro alessia alex
alexa alexander alexandra alexandria alexei alexis alfie alfred ali alice alicia alina alisha alison alistair allan
allen alma alun alwyn alyssa amanda amara amber amelia amina amir amit amna amrit amy ana anaya andrea andreas
andrei andrew andrzej andy aneta angela angelica angelina angharad angus anika anil anita anja anjali ann anna
annabel annabelle anne annette annie annika anouk ansh anthea anthony antoine anton antonia antonio antony anwen
anya aoife apinya april ari aria ariana arjun arlo arnold arthur arturo arun asha ashley ashok asif asma astrid atif
aubrey audrey augusta aurora ava aveline avril awa ayaan ayesha ayo ayse azra bailey barbara barnaby barry bartosz
basil beata beatrice beatriz becky belinda bella ben benedict benjamin bernadette bernard bernice bert bertha bess
beth bethan bethany betsy betty beverley bhavna bianca bill billy björn blake blanca bob bogdan boris brad bradley
brandon branwen brenda brendan brenna brett brian bridget briony bronwen bronwyn bruce bruno bryan bryn bryony
caitlin caleb callum calum calvin cameron camilla camille candice cara caren carina carl carla carlos carly carmel
carmen carol carole caroline carolyn carrie carys caspar cassandra cat caterina cathal catherine cathryn cathy
catrin catriona cecil cecilia cedric celia celine ceri cerys chad chantal charis charles charlie charlotte chelsea
cheng cheryl chiamaka chiara chidi chinedu chioma chloe chris christa christian christiane christina christine
christopher chukwuemeka cian ciara ciaran cillian cindy claire clara clare clarice clarissa claude claudia claudio
clement cleo clifford clive clodagh cody colette colin colleen colm conall connie connor conor conrad constance cora
coral corinne cormac cory courtney craig cressida cristina crystal curtis cynthia cyril daisy dale damian damien
damon dan dana daniel daniela daniele danielle danny daphne dara darcy daria dariusz darragh darren daryl dave david
davide dawid dawn debbie deborah debra declan deepa deepak deirdre delia delyth denis denise dennis denzil derek
dermot desmond dewi diana diane dianne diego dilip dilys dimitri dimitrios dina dinesh dion dirk divya dominic
dominika dominique donald donna dora doreen dorian doris dorota dorothea dorothy doug dougal douglas drew duncan
dylan eamon ebony eddie edgar edie edith edmund eduardo edward edwin edwina eileen eilidh eimear eirlys elaine
eleanor elena eleni eleri elias elif elijah elin eline elinor elisa elisabeth elise eliza elizabeth ella ellen ellie
elliot elliott ellis elodie eloise elsa elsie elspeth emeka emer emil emilia emilie emily emlyn emma emmanuel
emmanuelle emre emrys enid enrico enzo eoin eric erica erik erika erin ernest erwin esme esperanza esra estelle
esther ethan ethel etienne euan eugene eugenia eunice eva evan evangeline eve eveline evelyn evie ewa ewan ezra
fabian fabio faisal faith farah farhan fatima fatma fatou fay faye federica federico felicia felicity felipe felix
femi fergal fergus fern fernando ffion fiachra filip filippo finlay finley finn finnian fintan fiona fionnuala
flavia fleur flora florence florian folake frances francesca francesco francine francis francisco francois frank
franklin fred freddie freddy frederick freya fritz gabriel gabriela gabriele gabriella gail gareth garry gary gavin
gaynor gemma gene genevieve geoff geoffrey george georgia georgiana georgina geraint gerald geraldine gerard gerhard
germaine gerry gianluca gideon gilbert giles gill gillian gina giorgio giovanna giovanni giulia giuseppe gladys glen
glenda glenn glenys gloria glyn godfrey gordon grace graeme graham grainne grant greg gregor gregory greta guido
guillaume gunther gus gustavo guy gwen gwendolyn gwenllian gwilym gwyn gwyneth habib hamish hamza hana hanna hannah
hans harish harold harpreet harriet harrison harry harvey hasan hassan hayley hazel heather hector heidi heike helen
helena helene helga henrietta henrik henry herbert herman hermione hilary hilda hiroshi holly hong howard hubert
hugh hugo humphrey hussain hussein huw hywel iain ian ibrahim ida idris ieuan ifan ifeoma ignacio igor ilaria ilse
imani imogen imran ina indira ines inga inge ingrid inigo ioan ioana iona ira irene irina iris irvine isaac isabel
isabella isabelle isaiah isha ishaan isidora isla ismail isobel israel ivan ivana ivo ivor ivy iwan izabela jac jack
jackie jackson jacob jacqueline jacques jacqui jade jai jaime jake jakub jamal james jamie jan jana jane janet
janice janine jared jaroslav jasmin jasmine jason jasper javier jay jaya jayden jayne jean jeanette jeanne jeff
jeffrey jemima jen jenna jennie jennifer jenny jeremiah jeremy jerome jerry jess jessica jessie jesus jill jillian
jim jimmy jing jo joan joana joanna joanne joao jocelyn jodie joe joel johan johann johanna johannes john johnny jon
jonah jonas jonathan jorge jose josef joseph josephine josh joshua josie joy joyce juan juanita judith judy jules
julia julian juliana julie juliet juliette julio june justin justine justyna jürgen kai kamal kamil kamila kanako
kapil kara karen karim karin karina karl karla karolina kasia kat katarina katarzyna kate katerina katharina
katharine katherine kathleen kathrin kathryn kathy katia katie katrin katrina katy kavita kay kayleigh keely keiko
keir keira keith kelly kelvin ken kendra kenji kenneth kenny kerry kerstin kevin khadija khalid kiera kieran kieron
kim kimberley kimberly kiran kirsten kirstie kirstin kirsty kitty klaus konrad konstantin kris krishna krista
kristen kristian kristin kristina krystyna krzysztof kuba kunal kwaku kwame kyle kylie lachlan laila lakshmi lara
larissa larry lars latifa laura lauren laurence laurent laurie lawrence layla lea leah leanne lee leena leigh leila
len lena lenny leo leon leona leonard leonardo leonie leroy lesley leslie leticia lewis lia liam liana libby lidia
lila lilian liliana lilith lillian lily lina linda lindsay lindsey linus lionel lisa lise liu liv livia liz liza
lizzie llinos lloyd logan lois lola lorcan lorenzo loretta lorna lorraine lottie lou louis louisa louise luca lucas
lucia lucian luciana lucie lucille lucinda lucy luigi luis luisa lukas lukasz luke lyall lydia lyn lynda lyndon lynn
lynne lynsey mabel maciej maddie madeleine madeline madison mae maeve magda magdalena maggie magnus mahmoud mair
mairead maisie malachi malcolm malgorzata malik mandy manfred manish manoj manon manuel manuela mara marc marcel
marcela marcello marcia marcin marco marcus marek margaret margarita margaux margot marguerite maria mariam marian
mariana marianne marie marika marilyn marina mario marion marisa marius marjorie mark marlene marta martha martin
martina martine martyn marwa mary maryam massimo mathew mathias mathieu mathilda matilda matt matteo matthew
matthias maud maura maureen maurice mauro max maximilian maxine maya mbali meera megan mehdi mehmet mei mel melanie
melinda melissa melody mercedes mercy meredith meriel merryn mhairi mia michael michaela michal michał micheal
michel michele michelle mick miguel mihai mikael mike mikhail mila milan mildred miles milica milo milton mina minh
minnie mira miranda miriam mirza mitchell moe mohamed mohammad mohammed mohan mohit moira molly mona monica monika
monique morag moray morgan moritz morris morwenna moses muhammad mukesh munir muriel murray mustafa myfanwy myles
myra myriam nadia nadine naina nancy nandini naomi nasir nasreen nat natalia natalie natasha nathan nathaniel naveed
neal ned neema neha neil nell nerys nesta neville nia niall niamh nicholas nick nicki nicky nicola nicolas nicole
nigel nikhil niki nikita nikki nikolai nikos nils nina nisha nita noah noel noelle nora noreen norma norman nuala
nuria octavia odette oisin ola olaf ole oleg olga olive oliver olivia olivier ollie olu oluwaseun olwen omar oonagh
orla orlaith orlando oscar osman otto owain owen ozan pablo paddy padma padraig paige paloma pamela paola paolo
pascal pat patience patricia patrick patrycja paul paula paulina pauline pavel pawel pearl pedro peggy penelope
penny percy perpetua pete peter petra petros phil philip philippa philippe phillip philomena phoebe phyllis pierre
pieter piotr pippa polly poppy pradeep pranav praveen precious priscilla priya priyanka prudence przemyslaw quentin
quincy rabia rachael rachel rachid radek rafael raheem rahul raj rajesh rajiv ralph ramesh ramona randall rania
raphael rashid raul ravi ravinder raymond rebecca reece reena reggie regina reginald reinhard rekha remi rene renee
reuben rex rhea rhian rhiannon rhoda rhodri rhona rhonda rhys ria ricardo richard rick ricky rishi rita riya rob
robbie robert roberta roberto robin robyn rocio rod roddy roderick rodney rodrigo roger rohan rohit roisin roland
rolf roman ron ronald ronan ronnie rory rosa rosalie rosalind rosalyn rosamund rosanna rose rosemary rosie ross
rowan rowena roxanne roy ruairi ruben ruby rudolf rupert russell ruth ryan sabine sabrina sadia sadie saeed safiya
said saira sajid sakura salim sally salma salman salvatore sam samantha samir samira samson samuel sana sandeep
sandra sandy sanjay santiago saoirse sara sarah sasha saskia saul savannah scarlett scott seamus sean sebastian
selena selina selma serena sergei sergio seth shabana shabnam shan shane shania shannon sharon shaun shauna shawn
shay sheena sheila shelagh shelley shirin shirley shivani shona shreya shu sian sibongile sibusiso sid siddharth
sidney siegfried sienna silas silvia silvie simon simona simone sinead siobhan sioned sita sive siwan siân sofia
sofie solomon somchai sonal sonia sonja sophia sophie soraya sorcha spencer stacey stan stanley stefan stefania
stefanie stefano stella steph stephan stephane stephanie stephen sterling steve steven stewart stuart sue sukhdeep
suki sulaiman sultan sunil sunita suresh surinder susan susana susanna susannah susanne susie suzanna suzanne suzie
svetlana swati sybil sylvia sylvie tabitha tadeusz taha tahir tak talia tamara tamas tamsin tania tanya tara tarek
tariq tasha tatiana taylor ted tegan temitope terence teresa terri terry tess tessa thabo thandiwe thea thelma theo
theodora theodore theresa therese thi thom thomas tia tiago tiffany tim timothy tina toby todd tom tomas tomasz
tommy tomos toni tony torsten tracey tracy travis trevor tricia trish tristan trudy tudor tunde tyler tyrone uche
uma umar una ursula usha usman val valentin valentina valeria valerie vanessa vasilis vaughan venetia vera verity
veronica veronique vic vicky victor victoria vijay vikas vikram viktor viktoria vince vincent vincenzo viola violet
virginia vishal vivek vivian vivien vivienne vladimir wade wai walter wanda wanjiru warren wayne wei wendy werner
wesley wilfred wilhelm will willem william wilma winifred winston wojciech wolfgang xavier xiang xiao xin yan yara
yasir yasmeen yasmin yasmine yi ying yolanda yosef yousef youssef yu yuan yuki yuri yusuf yves yvette yvonne zac
zach zachary zahra zain zainab zak zara zarah zayn zelda zeynep zhang zhen zhi zoe zofia zoltan zora zuzanna
"""
"""Given names in lower case."""

OFFICE_WORDS: Final = """
aberdeen academic academy access account accounts acting action actions active activity additional admin
administration administrator administrators admissions advance adviser advisers advisor advisors advisory aerospace
agency agenda agriculture all alliance alpha alternative alumni ambassador ambassadors analysis analyst analytical
analytics and anglia animal annual any anybody anyone applications apprentice apprenticeship apprenticeships
approval arc archaeological archaeology architecture archive archives area areas art artificial arts assessment
asset assets assistant assistants associate associates association assurance aston astronomy at athena audit author
authority authorship autumn award awarding awards bangor baseline bath behavioural belfast bench beta bid
biochemistry biological biology biomedical bioscience biosciences birmingham blue board body bold botanic botany
both bournemouth bradford branch brighton bristol britain british brunel budget budgetary building buildings bureau
bursar business by calendar cambridge campaign campus campuses cancer canterbury capability capital cardiff career
careers carta catalogue catalyst catapult catering central centre centres ceramics certified chair chairs challenge
champion champions chancellor change chaplaincy charitable charity charter chemical chemicals chemistry chief christ
christmas cinema citizen city civil classics clerk climate clinic clinical cluster co coach coaching code cohort
collaboration collection collections college colleges commercial commission commissioner commitment committee comms
communication communications community company competence compliance computational computer computing concordat
conference consortium consultant consultants contact continuing continuous contracts contribution control convener
convenor coordinator coordinators core cornwall corporate costume council country court coventry cranfield creative
criteria critical cross cryogenics cultural culture curriculum customer cyber dairy dance data dates day days
deadline dean deans december decision delivery delta dementia democratic dental dentistry department departmental
departments deployment depot deputy design designer desk developer developers development devolution devon digital
director director-general directorate directors disability discipline disciplines discovery distance diversity
division divisional divisions doctoral document drama drawing dublin dundee durham duty each earlham early earth
east eastern ecology economics economy edge edinburgh editor editorial education educational effective electrical
electron electronic electronics emergency emeritus employability employee employees employer employers employment
endorsement energy engaged engagement engineer engineering engineers england english enquiries enterprise
environment environmental equality equipment equity essential essex estate estates estimating ethics europe european
evaluation event events every everybody everyone evidence examinations exams excellence exchange exec executive
executives exeter exhibition existing experience experimental expert expertise extended external fabrication
facilities facility faculties faculty fair family farm farming farms fashion february feedback fellow fellows
fellowship festival field film finance financial fine first five fleet focus food for forensic foresight forest
formal forum foundation founders founding four framework free freelance friday from front fund fundamental funding
funds further future futures gallery games gamma garden gardens general genetics genome genomics geography geology
glasgow glass glassblowing glasshouse global gmbh gold governance government governors gown grade graduate graduates
grants graphic graphics great green greenhouse greenwich grey grounds group groups growth guidance guild hall
handling hands harper head heads health health-and-safety heritage herschel high higher history holder holders home
horizon horticulture hospital hospitality house housing hub hull human humanities hydro illustration imaging impact
implementation improvement in in-house inc inclusion inclusive inclusivity independent industrial industry influence
information infrastructure initiative innovation insight inspection institute institutes institution institutional
instrument integrated integrity intelligence interim internal international internship inventory investment ireland
it item january jisc job job-family joined joint journal journalism july junior keele kent key king kings kitchen
kitemark knowledge lab label laboratories laboratory labs lancaster land language languages laser law lead leader
leaders leadership leads lean learning lecture lecturer lecturers leeds legacy legal leicester leisure level levels
liaison librarian librarians libraries library life life-sciences light limited lincoln line lines literature
liverpool living llp local logistics london loughborough lounge low ltd machine mail main maintenance major make
maker makerspace managed management manager managers manchester manufacturing map march marine market marketing mass
master materials mathematics maths measurement mechanical mechanics media medical medicine meeting meetings member
members membership men mentor mentoring mentors metal methods metrics metrology metropolitan microbiology microscopy
microsoft mid middle middlesex midlands migration minister ministry mission mixed mobility model modern module
molecular monday monitoring more most multi museum museums music name nano nanotechnology national natural network
networks neuroscience new newcastle next night no nobody none north northern northmoor northumbria norwich not notes
nottingham november nuclear numerical nurse nursing objective occupational oceanography october of office officer
officers offices ombudsman on on-call onboarding one online open operation operational operations operator operators
opportunities optical optics or oral ordinary organic organisation organisational organisations organising other
outcome outputs outreach outside outstanding oversight own owner owners oxford page painting panel paper parking
part partner partners partnership partnerships party past path pathology pathway pathways patient pay payroll peer
pensions people per performance permanent person personal personnel pest pgr pharmaceutical pharmacy phase
philosophy photography photonics physical physics physiology pillar pilot place placement placements plan planning
plans plant plastics platform play player plc plymouth police policies policy politics polymer pool population port
portal portfolio portsmouth post postdoctoral postgraduate power practical practice pre precinct preparation
presidency president press primary principal principals print printing priority private prize pro process
procurement product production productivity professional professionals professor professors profile programme
programmes progress progression project projects promotion promotions property proposed prospectus proteomics
provisional provost provosts psychology public public-engagement publications publicity publishing pvc pvcs quadram
quality quantum queen radiation radio rapid reader readers readiness reading reception recognition recommendation
record records recruitment rector red reference regional register registered registrar registrars registration
registry regulatory relations relationship religion remote renewal repair report reporting representation
representative representatives reproduction reps request research researcher researchers residences resource
resources resourcing responsible rest result retail retention retired review reviewer revised reward rights risk
roadmap robotics role room rota rotating royal rural sabbatical safety saint sales salford sanger saturday scheme
schemes scholars scholarship school schools science science-based sciences scientific scientist scientists scotland
scottish sculpture secretariat secretaries secretary section sections sector security seed selected self semester
seminar senate senior seniors sensor september service services sessions shared sheffield shift shop short shortage
signatory silver simulation single site six skill skilled skills small social societies society sociology software
soil solent solutions some somebody someone sound source south southampton southern space special specialist
specialists specimen spectrometry speech sponsor sponsors sport sports spring st staff staffing staffordshire stage
stakeholder stakeholders standards standing start statistics steering stem step steps stirling storage stores story
strand strategic strategies strategy strathclyde stream structures student students studies studio studios study
style subject substance success suite summer summit sunday sunderland supervisor supervisors supplier suppliers
supply support supporting surface surgery surrey survey sussex sustainability sustainable swan swansea synthesis
system systems talent target task taskforce taught tba tbc tbd teacher teachers teaching team teams tech technical
technician technicians technologies technologist technologists technology teesside television temporary term terms
test testing textile textiles the theatre theatres theme themes theory therapy thesis things third three thursday
time timetable timetabling title to tools total tourism tracking trade trades traditional trainee trainees trainer
training transfer transformation transition translation transparency transport travel treasurer treatment trial
tropical trust trustees tuesday tunnel tutor tutors two type uk ulster undergraduate union unions unit units
universal universities university upgrade upper urban user users usual utilities vacancy vacuum value values various
venue vet veterinary via vice video visibility vision visiting visitor visual vivarium vocational voice volunteer
volunteers wales ward warden wardrobe warwick waste water wave web webpage website wednesday welfare wellbeing
wellcome welsh west western whole wide widening wider wildlife wind winter with wolverhampton women wood worcester
work work-based worker workers workforce working workload workplace workshop workshops workstream world writing
written x-ray year york yorkshire young youth zone zoology
"""
"""Words of roles, teams, subjects and places in lower case, which are seldom part of the name of a person."""

SURNAMES: Final = """
baker banks bell bishop chambers chase cook dean edge english field forest french garden gold grant green hall hand
harper head hull kent king law light lincoln lord major marshall mason moss north page paper park parks porter power
price provost reader reading rivers silver stone street ward warden waters west wood woods york young
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
