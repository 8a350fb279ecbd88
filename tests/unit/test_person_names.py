"""Which names are those of people: a given name, an initial or a title, or words of which none is one of an office."""

from pathlib import Path

import pytest
from support import EXAMPLES, REPOSITORY

from tcplan.values.person_names import looks_like_person, people_in, without_people
from tcplan.workspace import open_workspace
from tcplan.workspace.glossary import spellings_of

PEOPLE = """
Jane Smith
Jane Smith (HR)
HR (Jane Smith)
J. Smith
J Smith
JA Smith
J.A. Smith
Jane van der Berg
Siân O'Neill-Jones
Prof. Jane Smith
Smith, Jane
JANE SMITH
jane smith
Jane Smith and John Doe
Jane Smith & John Doe
Jane Smith / John Doe
Dr Jo Ashworth
Ms Kim Frost
HROD (Ms K. Frost)
Dean of Science (Prof. L. Marsh)
Professor Ashworth
Dr J Hall
Jane
Jane S.
Jane Smith, Head of Technical Services
Head of HR - Jane Smith
Head of HR: Jane Smith
Head of Technical Services Jane Smith
Provost Jane Smith
Professor Jane Smith, Vice-Chancellor
Jane Smith PhD
Jane Smith FIScT
Jane Smith MBE
Wanjiru Kamau
Priya Patel
Mohammed Al-Fayed
Xin Li
Nguyen Thi Minh
Bjørn Ødegård
Łukasz Nowak
Helen Dean
James Hall
Jo Page
Dr Head
Will Smith
Mark Jones
April Jones
Mary-Jane Watson
Anne Marie Evans
John Waters
Sam
Kelly Vere
Oluwaseun Adeyemi
Jean-Luc Picard
Seán Ó Briain
Jane Smith (she/her)
Jane Smith, John Doe
Smith J.
jane smith (HR)
Led by Jane Smith
Jane Smith's team
María José García Márquez
Jane Elizabeth Mary Smith
Smith, J.
Zbigniew Kowalczyk
Aphra Behn
Mx Alex Stone
Jane Smith [HR]
Tom O’Brien
D'Arcy Thompson
Jane  Smith
Nkechi Okafor
Zsófia Nagy
Tadhg Ó Sé
Xochitl Hernandez
Bhavini Desai
Jarosław Wiśniewski
Ng Wai Keung
Chukwudi Eze
Gwenllian Rhys-Jones
Siôn ap Rhys
Anneliese Mueller
Kwabena Boateng
Yewande Adebayo
Thandi Mokoena
Sinéad Ní Bhriain
Dilnoza Karimova
Hyun-woo Kim
Satoshi Nakamura
Venkatesh Iyer
Rukhsana Begum
Tariq Mahmood
Ola Nordmann
Mick McCarthy
Pat O'Shea
Steph Jones
Lesley-Ann Price
Jean Park
Robin Wood
Ian Field
Sue Banks
Alison Street
Peter Bishop
Tom Cook
Ray Marshall
Bill Page
Mary Warden
Dawn French
Max Power
Rose West
Grace Young
Will Head
Hope Street
June Brown
May Li
Dr Provost
Professor Hall
Mr Lord
Emeritus Professor Jane Smith
Jane Smith MSc
Jane Smith RSciTech
Jane Smith CSci MRSC
Jane Smith, FIScT
Jane Smith - Library
Jane Smith: HR
Technical Manager (Jane Smith)
Technical Manager, Jane Smith
Jane Smith c/o HR
Jane Smith as chair
c/o Jane Smith
Contact: Jane Smith
Jane Smith or deputy
Jane and John Smith
Jane Smith/John Doe
John
J Smith (HR)
J.P. Smith
JP Smith
smith, jane
DR JANE SMITH
dr jane smith
Jane SMITH
Jane smith
jane Smith
Jane-Louise
MacDonald, Fiona
van der Berg, Jane
O'Neill, Siân
Jane Smith?
Jane Smith*
"Jane Smith"
'Jane Smith'
_Jane Smith_
**Jane Smith**
Jane Smith (tbc)
Jane M. Smith
Jane M Smith
J. M. Smith
Mrs J Smith
Ms. Smith
Miss Jane
Sir Paul
Dame Jane
Jane Smith & team
Jane's
Jane Smith, Jane Doe and John Doe
jane
Smith J
Smith, J
Rao V S
SMITH Jane
SMITH, Jane
jane.smith
jane.smith@example.ac.uk
j.smith@example.ac.uk
Jane Smith <jane.smith@example.ac.uk>
Jane "Jan" Smith
Jane Smith she/her
HR Jane Smith
Head of HR Jane Smith
Jane Smith Technical Manager
Jane Smith Head of Stores
Jane Smith team
Jane Smith on behalf of HR
Jane Smith until June
Jane Smith supported by John Doe
formerly Jane Smith
Ex Jane Smith
Vacant (was Jane Smith)
Jane England
Jane Cross
Jane Day
Jane Glass
Jane Winters
Jo Ann Hall
Siobha\u0301n O\u0301 Briain
Zoe Muller
Llŷr Gwyn
Ruaridh Campbell
"""
OFFICES = """
Ada Lovelace Institute
Wellcome Sanger Institute
Henry Royce Institute
Francis Crick Institute
John Innes Centre
Midlands Innovation
Research England
Royal Society
Gatsby Charitable Foundation
Technician Voice
UK Institute for Technical Skills & Strategy
Head of School
Heads of Department
Chief Operating Officer
Pro-Vice-Chancellor (Research)
Deputy Vice-Chancellor
Vice-Chancellor
Registrar and Secretary
Students' Union
Faculty of Arts, Humanities and Law
Arts & Humanities
School of Life Sciences
Finance Director
Athena Swan
Athena SWAN team
Steering Group
Line Managers
Digital Services
IT Services
Occupational Health
Trade Unions
Unite the Union
Glass Workshop
Print Room
Staff Development
Marketing & Comms
Health and Safety
Project Board
Mechanical Workshop
People and Culture
Organisational Development
Everyone
All
All staff
Various
Each department
External Consultant
Business Partner
HR Business Partner
Talent Manager
Skills Lead
Learning Technologist
Senior Leadership Team
Executive Board
University Executive Board
Council
Senate
Court
Graduate School
Doctoral College
Bioscience Technical Services
Chemistry
Physics
Media Services
Library Services
Careers Service
Estates and Facilities
Estates & Facilities Management
Norwich Research Park
Science Council
Russell Group
Eastern Arc
Great Britain
Campus Champions
Technician Commitment lead
Team 3
Working Group 2
Owner One
School Manager
Technical Operations Manager
Academic Registrar
Chief People Officer
Director of HR
Deans
Pro Vice Chancellor
Culture Change
Employee Relations
Equality Charter Lead
Reward Team
Pay and Reward
Internal Comms
Web Team
Chair of TCSG
Executive Sponsor
Sponsor
Commitment Sponsor
Governance Team
Apprenticeship Hub
Career Pathways
Job Evaluation
Skills Hub
Living Collections
Animal House
Biological Services Unit
Nanofabrication Facility
Advanced Research Computing
Open Research
Research Software Engineering
Isaac Newton Building
Rosalind Franklin Lab
Turing Institute
Alan Turing Institute
Lister Institute
Queen's College
St John's College
King's College London
to be decided
Not yet known
Head of Finance (acting)
Interim Head of HR
Technical Lead, Chemistry
Chemistry Technical Lead
Manager, Chemistry
HR, Estates
Human Resources (HR)
Staff Networks
Women's Network
LGBT+ Network
Black Staff Network
Grants Office
Grant Office
Events Team
Summer School
May Board
April Meeting
Rose Garden Team
Mark Scheme Panel
Will be named
Dawn Centre
Hope Building
Victoria Building
St George's
Florence Nightingale Faculty
Sir Lee Marsh Building
Dr Reed Laboratory
Sir Alan Poe Room bookings
Prof. Services Forum
Professor Technical Practice (new post)
Professor of Practice
Professional Services
A Level Team
T Levels
X-ray Facility
3D Print Lab
Cyber Security
Information Governance
Data Protection
External Relations
Global Engagement
Student Recruitment
Sports Centre
Catering Services
Principal Technicians
Chief Technician
Senior Technician
Specialist Technicians
Laboratory Managers
Acme Ltd
Chief Technical Officer
Ceramics Technician
Foundation Year
Directors
The Provost
Provost's Office
Dean's Office
VC's Office
Vice Chancellor's Office
Engagement Officer
Associate Dean Research
Associate Dean (Technical)
Associate Director Estates
Skills England
Wellcome Sanger
Aston Webb
Research Councils UK
Midlands Innovation TALENT
Oxford Brookes
Heriot-Watt
King's
Imperial
St Andrews
Royal Holloway
Goldsmiths
Anglia Ruskin
Sheffield Hallam
Leeds Beckett
Edge Hill
Harper Adams
Brunel
Birkbeck
Technician Development
Research Fellows
Team Leaders
Line Manager
Mechanical and Civil
Physical Sciences
Life Sciences
Glassblowers
Workshop Supervisors
Campus Services
Reward and Recognition
Talent Development
Organisational Effectiveness
Employee Engagement
Culture and Inclusion
Executive Office
Student Services
Timetabling
Procurement
Legal Services
Public Affairs
Widening Participation
Strategic Projects
Change Team
Business Intelligence
Data Analytics
Learning Technology
AV Services
IT
ICT
Digital
Comms Team
Events
Outreach
Careers
Registry
Bursar
Domestic Bursar
Senior Tutor
Master
Warden
Rector
Principal
Vice-Principal
Dean of Research
Research Dean
Technicians' Forum
All Heads
Each School
Faculty Executive Group
UEB
TCSG Chair
Committee Secretary
Chairs of Boards
Lab Managers
Facility Leads
Core Facilities
Biorepository
Wet Labs
Clean Room
Machine Shop
Electron Microscopy
Mass Spec
NMR
Animal Unit
Plant Growth
Field Station
Farm Manager
Marine Station
Observatory
Herbarium
Botanic Garden
Concert Hall
Print Studio
Film School
Fashion
Textiles
Ceramics
Photography
Costume
Stage Crew
Drama
Technical Theatre
Archives
Special Collections
Conservation
Exhibitions
Prospect
Unite
GMB
Trades Unions
Gatsby
EPSRC
UKRI
BBSRC
HEaTED
IST
NTDC
Open to all
Yet to be agreed
Not applicable
See 1.2
As above
Same as 1.1
Ditto
Various owners
Whole team
Volunteer
External
Consultant
Supplier
Vendor
Apple
Microsoft
Siemens
Rolls-Royce
Jaguar Land Rover
British Council
Advance HE
Jisc
Times Higher
Universities UK
N8 Partnership
GW4
Northern Powerhouse
Kent and Medway
Senior Management
Middle Managers
Black Country
Magna Carta
New Starters
Mental Health First Aiders
Green Impact
Safety Reps
First Aiders
Fire Wardens
Night Shift
Day Team
Rota Lead
Mentors
Champions
Ambassadors
Buddies
Trainees
Juniors
Graduates
Interns
Post Docs
Early Career Researchers
Professors
Readers
Lecturers
Deans' Group
PVC (Research)
PVC-R
DVC (Academic)
VCE
CFO
COO
CPO
CIO
HRBP
Pwyllgor Cymru
Is-Ganghellor
Yr Is-Ganghellor
Dirprwy Is-Ganghellor
Cyfarwyddwr Adnoddau Dynol
Adnoddau Dynol
Gwasanaethau Llyfrgell
Pennaeth yr Ysgol
Rheolwr Technegol
Technegwyr Labordy
Gr\u0175p Llywio
Grwp Llywio
Gru\u0302p Llywio
Cyngor y Brifysgol
Oilthigh Ghlaschu
Goireasan Daonna
Seirbheisean Teicnigeach
Acmhainní Daonna
An Leabharlann
Seirbhísí Teicniúla
Coiste Stiúrtha
Ressources Humaines
Directeur Général
Comité de Pilotage
Technischer Dienst
Executive Deans
Wolfson Centre
Rosalind Franklin Laboratory
Kelvin Building
Human Resources
Change Makers
Estates Ops
Career Coaches
Queen Mary
De Montfort
Flow Cytometry
Mech Eng
Ship Tank
Block B
Lab A
Ada Lovelace Day
Victoria Park
Milton Keynes
St John Ambulance
U.K.
John Innes Centre Director
Rosalind Franklin Institute Technical Director
"""


@pytest.mark.parametrize("name", PEOPLE.strip().split("\n"))
def test_a_name_of_a_person_is_recognised(name: str) -> None:
    """In any usual order and spelling, with a role or alone."""
    assert people_in(name)


@pytest.mark.parametrize("name", OFFICES.strip().splitlines())
def test_a_role_a_team_or_a_place_is_no_person(name: str) -> None:
    """Nor are the names that buildings and institutes have of people."""
    assert not people_in(name)


@pytest.mark.parametrize("path", [REPOSITORY / "plans", EXAMPLES])
def test_nobody_in_the_plans_of_this_repository_is_a_person(path: Path) -> None:
    """All of their owners are roles, groups and offices, as published."""
    workspace, _ = open_workspace(path)
    names = {
        name
        for folder in workspace.folders.values()
        for plan in folder.plans.values()
        for node in plan.tree.nodes
        for name in (node.entry.lead, *node.entry.owners)
        if name
    } | {
        name for folder in workspace.folders.values() for one in folder.glossary.owners for _, name in spellings_of(one)
    }
    assert len(names) > 10
    assert not list(filter(looks_like_person, names))


@pytest.mark.parametrize(
    ("name", "people", "role"),
    [
        ("HR (Jane Smith)", ("Jane Smith",), "HR"),
        ("Jane Smith [HR]", ("Jane Smith",), "HR"),
        ("Dean of Science (Prof. L. Marsh)", ("Prof. L. Marsh",), "Dean of Science"),
        ("Provost Jane Smith", ("Jane Smith",), "Provost"),
        ("Jane Smith and John Doe", ("Jane Smith", "John Doe"), ""),
        ("Jane Smith (she/her)", ("Jane Smith",), ""),
        ("Jane Smith’s team", ("Jane Smith",), ""),
        ("Led by Jane Smith", ("Jane Smith",), ""),
        ("Jane Smith\nHR", ("Jane Smith",), "HR"),
        ("Head of Estates: Jane\u00a0 Smith", ("Jane Smith",), "Head of Estates"),
        ("Jane Smith, Commitment lead", ("Jane Smith",), "Commitment lead"),
    ],
)
def test_what_is_left_of_a_name_without_the_person_is_the_role(name: str, people: tuple[str, ...], role: str) -> None:
    """Without the signs and words that stood between them."""
    assert (people_in(name), without_people(name)) == (people, role)


@pytest.mark.parametrize(
    ("name", "rest"),
    [
        ("Jane Smith Technical Manager", "Technical Manager"),
        ("HR Jane Smith", "HR"),
        ("Head of HR Jane Smith", "Head of HR"),
        ("Prof Jane Smith Dean of Science", "Dean of Science"),
        ("Jane Smith on behalf of HR", "HR"),
        ("Vacant (was Jane Smith)", "Vacant"),
        ("HR (Jane Smith, she/her)", "HR"),
        ("HR (Jane Smith until June 2026)", "HR"),
        ("formerly Jane Smith", ""),
        ("Jane Smith (until June 2026)", ""),
        ("Jane Smith she/her", ""),
        ("Jane Smith, MIScT", ""),
        ("Jane Smith BSc (Hons)", ""),
        ("Smith (Jane)", ""),
        ("Jane Smith <jane.smith@example.ac.uk>", ""),
    ],
)
def test_without_a_person_the_role_is_left(name: str, rest: str) -> None:
    """And nothing of the person: no surname, no degree, no pronoun, no time in post."""
    assert without_people(name) == rest
