"""What the invented items are about: per report, the things that its recommendations and AFIs name."""

VETTING = (
    "all conduct cases of the last three years that involve violence against women and girls",
    "vetting decisions made where adverse information was known",
    "the vetting clearance held for every designated post",
    "the use of monitoring software on force computers and telephones",
    "the integrated IT checks made within vetting audits",
    "the quality assurance of vetting refusals and appeals",
    "the way changes of personal circumstances are reported",
    "the checks made when an officer transfers from another force",
    "the staffing of the counter-corruption unit",
    "the recording of corruption intelligence",
    "the register of notifiable associations",
    "the response to reports of prejudicial or improper behaviour",
    "the support given to people who report a colleague",
)
PEEL = (
    "crime data integrity for domestic abuse",
    "the timeliness of answering 101 calls",
    "repeat and vulnerable caller checks in the control room",
    "the use of threat, harm and risk assessments at first contact",
    "the recording of grounds for stop and search",
    "crime scene advice given to victims at first contact",
    "the supervision of neighbourhood problem-solving plans",
    "the evaluation of prevention work with partners",
    "the supervision and recording of use of force",
    "the completion of victim needs assessments",
    "the recording of victims' reasons for withdrawing support",
    "the management of registered sex offenders' risk plans",
    "the capacity of the digital forensics unit",
    "the mapping of organised crime groups against local plans",
    "the wellbeing support for officers in demanding roles",
    "the use of workforce skills data in force planning",
)
PEEL_CONCERNS = (
    "the supervision and quality of crime investigations",
    "its response to vulnerable people at first contact",
    "the recording of crime reported by vulnerable victims",
    "the risk from registered sex offenders",
    "the oversight of use of force",
)
EARLIER_PEEL = (
    "the allocation of investigations by complexity",
    "the use of body-worn video in domestic abuse cases",
    "the tasking of neighbourhood teams",
    "the understanding of future demand",
    "the identification of hidden vulnerability",
    "the quality of handovers between teams",
)
CUSTODY = (
    "the recording of reviews of detention",
    "the use of anti-rip clothing in custody suites",
    "care plans and observation levels for detainees at risk",
    "the prompt arrival of appropriate adults",
    "the recording of force used in custody",
    "the removal of ligature points from cells",
    "the information given to detainees on release",
    "the access of detainees to outside exercise",
    "the monitoring of waiting times for booking in",
    "the arrangements for children held overnight",
    "the handling of detainees' medicines",
)
CUSTODY_CONCERNS = (
    "the governance of custody",
    "the use of force on detainees",
    "the care of detainees who may harm themselves",
    "the legal basis of detention reviews",
    "the detention of children",
)
CHILD_PROTECTION = (
    "the recording of the voice of the child",
    "strategy discussions held outside office hours",
    "the response to children who go missing",
    "the supervision of child exploitation investigations",
    "the timeliness of referrals to children's services",
    "the sharing of information about children in domestic abuse cases",
)
CHILD_PROTECTION_CONCERNS = (
    "the risk to children who regularly go missing",
    "the exploitation of children",
    "its joint decisions about children at risk",
    "the supervision of child protection investigations",
)
PERFORMANCE = (
    "the link between force priorities and team performance measures",
    "the data behind performance reports",
    "the challenge given at performance meetings",
)
CRIME_RECORDING = ("the recording of crime within 24 hours", "the audit of crime records", "the training of recorders")
CYBER_CRIME = ("the flagging of cyber-dependent crime", "the cyber-crime response plan", "advice to small businesses")
MENTAL_HEALTH = ("the mental health snapshot data", "joint triage arrangements", "training in mental health law")
COUNTER_CORRUPTION = (
    "the force's counter-corruption threat assessment",
    "the recording of gifts and hospitality",
    "the checks of business interests",
)
ASSEMBLIES = ("the command of large public events", "intelligence sharing about events", "evidence gathering at events")
WOMEN_AND_GIRLS = (
    "the repeat perpetrators whom the force manages",
    "the use of protective orders",
    "the supervision of domestic abuse investigations",
    "the partnership plan to keep women and girls safe",
)
DISCLOSURE = ("schedules of unused material", "the training of disclosure officers", "the redaction of case files")
PROTECTIVE_MEASURES = (
    "the use of pre-charge bail",
    "the recording of breaches of orders",
    "the advice given to victims about protective measures",
)
NEURODIVERSITY = ("the screening for neurodivergent needs", "easy-read information for suspects")
RAPE = (
    "the support for rape victims during the investigation",
    "joint case strategies with prosecutors",
    "the early advice sought in rape cases",
)
OFFICER_ABUSE = (
    "cases of domestic abuse by police officers and staff",
    "the independence of such investigations",
    "the support for victims who work in policing",
)
BURGLARY = ("attendance at domestic burglaries", "the first lines of enquiry in theft cases")
DIGITAL = (
    "the queue of devices waiting for examination",
    "the triage of digital devices",
    "the accreditation of digital laboratories",
)
YOUTH_VIOLENCE = ("data on serious youth violence", "work with schools on violence", "the use of diversion schemes")
ORGANISED_CRIME = ("the assessment of organised crime groups", "lifetime offender management", "regional tasking")
FIREARMS = ("the armed policing threat assessment", "post-incident procedures", "the skills of armed commanders")
LEADERSHIP = ("the selection of leaders at every rank", "the development of first-line supervisors")
