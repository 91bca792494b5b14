"""Sentences written as inspection reports write theirs, and which of them ask the same thing again.

Invented for these tests in the style of published reports (PEEL, custody, child protection, thematics): no sentence is
quoted from one. REPEATS are pairs, earlier and later, that a liaison officer would call the same finding in other words;
ALIKE are pairs on one theme, or in one form of words, that ask for different things: the hard cases. The method and the
threshold were chosen with these two. REPEATS_UNSEEN and ALIKE_UNSEEN were written afterwards, to try them on sentences
that nobody had chosen anything by. ALONE ask what nothing else asks.
"""

REPEATS = (
    (
        "The force should ensure that its crime recording is accurate for offences that involve domestic abuse, so that victims receive the service they deserve.",
        "The force needs to improve how it records crime when antisocial behaviour or domestic abuse is reported. Crime recording for domestic abuse offences is not accurate enough.",
    ),
    (
        "The force should improve the time it takes to answer 101 calls and reduce the number of calls that callers abandon.",
        "The force needs to improve how quickly it answers 101 calls. Too many non-emergency 101 calls are abandoned by the caller before they are answered.",
    ),
    (
        "The force should make sure that a structured triage of threat, harm, risk and vulnerability is carried out at first point of contact.",
        "At first contact, call takers do not consistently carry out a structured assessment of threat, harm and risk. The force should make sure that vulnerability is identified at this point.",
    ),
    (
        "The force should ensure there is effective supervision of investigations, with clear investigation plans set and reviewed by supervisors.",
        "The force must make sure that investigations are subject to regular and effective supervision and that all investigation plans are completed and reviewed.",
    ),
    (
        "Custody: The force must make sure that all use of force on detainees is recorded, and that managers review CCTV footage of incidents to assure its quality.",
        "Cause of concern: the governance and oversight of the use of force in custody is inadequate. Incidents of use of force on detainees are not always recorded, and too little CCTV footage is reviewed.",
    ),
    (
        "The force should record the reasons why victims withdraw their support for an investigation and whether an evidence-led prosecution was considered.",
        "The force should make sure that when victims withdraw support it records their reasons, and documents that evidence-led prosecutions have been considered.",
    ),
    (
        "The force should make sure officers record reasonable grounds for stop and search, and that supervisors scrutinise these records.",
        "The force should improve the recording of reasonable grounds for stop and search encounters. Supervisors should check that the grounds recorded are sufficient.",
    ),
    (
        "The force should reduce the backlog of digital devices awaiting examination in its digital forensics unit.",
        "The force does not examine digital devices quickly enough. The backlog in the digital forensics unit delays investigations.",
    ),
    (
        "The force should ensure that it manages registered sex offenders effectively, with visits completed on time and risk management plans reviewed.",
        "The force needs to make sure that visits to registered sex offenders are unannounced and completed on time, and that the backlog of risk management plans is reduced.",
    ),
    (
        "By 31 October, chief constables should make sure that their force has enough staff in its counter-corruption unit to monitor all its computer systems proactively.",
        "The force's counter-corruption unit does not have enough capacity to monitor the use of its computer systems proactively. The force should increase the resources of the unit.",
    ),
    (
        "The force should make sure that all staff in designated posts hold the correct level of vetting clearance.",
        "Within six months, the force should establish and maintain the vetting level required of all designated posts, and make sure that the staff in these posts have been vetted to the correct level.",
    ),
    (
        "The force should complete a victim needs assessment at an early stage so that victims get the right level of support.",
        "Victim needs assessments are not always completed. The force should complete these assessments for all victims to whom the Victims' Code applies.",
    ),
    (
        "The force should ensure that children who go missing are offered a return home interview and that the information is used to prevent further missing episodes.",
        "The force should improve its response to missing children: information from return home interviews is not routinely used to prevent them from going missing again.",
    ),
    (
        "The force should improve the wellbeing support it gives to officers and staff in high-risk and demanding roles.",
        "The force should make sure that it gives effective wellbeing support to those of its workforce who are in high-risk roles, such as those that deal with traumatic incidents.",
    ),
    (
        "The force should develop its understanding of the skills and capabilities of its workforce to identify gaps and plan for future demand.",
        "The force should carry out a skills audit so that it understands the skills its workforce has, identifies gaps and can plan how to meet future demand.",
    ),
    (
        "The force should improve how it supervises investigations so that opportunities to catch offenders are not missed.",
        "Supervision of criminal investigations is poor, and lines of enquiry are missed. The force should improve the supervision of investigations.",
    ),
    (
        "The force should make sure that repeat callers and vulnerable callers are identified routinely by its control room.",
        "Control room staff do not always check whether callers are vulnerable or have called before. The force should make sure that call handlers identify repeat and vulnerable callers.",
    ),
    (
        "The force should make better use of protective orders to safeguard victims of domestic abuse.",
        "The force does not always consider or apply for domestic violence protection orders and stalking protection orders to keep victims safe.",
    ),
    (
        "The force should make sure that detainees' property and medicines are handled safely in custody.",
        "Arrangements for administering and storing medicines in the custody suites are not safe.",
    ),
    (
        "The force should ensure its custody records contain a detailed rationale for removing clothing and for strip searches.",
        "Custody officers do not record well enough why detainees are strip searched or have their clothing removed.",
    ),
    (
        "The force should ensure it responds to incidents within its published attendance times, particularly those involving vulnerable people.",
        "The force should attend calls for service in line with its published attendance times, and make sure that delays to incidents with vulnerable victims are supervised.",
    ),
    (
        "The force should review how it communicates with its communities, in particular with those which have less trust in the police.",
        "The force should engage better with diverse and less-heard communities to build their trust.",
    ),
    (
        "By 30 June 2023, chief constables should publish a data-led strategy for reducing domestic abuse-related stalking.",
        "The force should develop a problem profile of stalking so that it understands the scale of offending and improves its response.",
    ),
    (
        "The force should make sure that misconduct investigations are concluded promptly and that complainants are kept informed.",
        "The timeliness of misconduct investigations needs to improve and those who complain should be updated every 28 days.",
    ),
    (
        "The force should assure itself that officers only use force when it is fair and appropriate, and that they record each use.",
        "Officers do not always submit use of force records. The force should make sure that all uses of force are recorded.",
    ),
)

ALIKE = (
    (
        "The force should ensure that domestic abuse risk assessments are completed and shared with partners promptly.",
        "The force should make sure that domestic abuse officers have access to body-worn video footage when they interview suspects.",
    ),
    (
        "The force should ensure that investigations into rape involve early advice from the Crown Prosecution Service.",
        "The force should improve the timeliness of investigations into complaints made against its officers.",
    ),
    (
        "Custody: the force should improve the recording of detainees' medicines in custody.",
        "Custody: the force should improve the conditions of detention, and address ligature points in its cells.",
    ),
    (
        "The force should ensure that stop and search data is analysed for disproportionality.",
        "The force should make sure that use of force data is published every quarter.",
    ),
    (
        "Chief constables should make sure that vetting decisions are recorded with a sufficiently detailed rationale.",
        "Chief constables should make sure that transferees from other forces are vetted before they are appointed.",
    ),
    (
        "The force should make sure that its supervisors understand how to support the wellbeing of their teams.",
        "The force should make sure that its supervisors review crime investigations at regular intervals.",
    ),
    (
        "The force should improve how it answers emergency calls.",
        "The force should improve how it allocates crimes to investigators with the right skills.",
    ),
    (
        "The force should ensure that children in custody are transferred to local authority accommodation after charge.",
        "The force should ensure that children at risk of sexual exploitation are identified and that the risk is shared with the local authority.",
    ),
    (
        "By 31 March, chief constables should make sure that they have a people intelligence meeting to share information about officers and staff of concern.",
        "By 31 March, chief constables should make sure that investigators have the guidance they need on stalking protection orders.",
    ),
    (
        "The force should make sure that victims are told about the outcome of their case in good time.",
        "The force should make sure that victims of burglary are given crime prevention advice.",
    ),
    (
        "The force should make sure its neighbourhood teams use a structured problem-solving process and evaluate it.",
        "The force should make sure its neighbourhood officers are not regularly taken away from their core duties.",
    ),
    (
        "The force should make sure that its digital investigators receive wellbeing support.",
        "The force should make sure that its organised crime group mapping is done consistently and kept up to date.",
    ),
    (
        "The force should make sure that its workforce is trained to recognise and respond to coercive control.",
        "The force should make sure that its workforce has access to modern and reliable mobile devices.",
    ),
    (
        "The force should make sure that its strategic threat and risk assessment of counter-corruption is up to date.",
        "The force should make sure that serious and organised crime intelligence is shared with its region.",
    ),
    (
        "Within three months, the force should make sure that appropriate adults attend custody promptly for children and vulnerable adults.",
        "Within three months, the force should make sure that reviews of detention are carried out in person and on time.",
    ),
    (
        "The force should improve how it records the equality data of victims.",
        "The force should improve how it records and reviews the flags for vulnerable callers.",
    ),
    (
        "The force should make sure that supervisors in the control room assess open incidents.",
        "The force should make sure that its control room answers 999 calls within ten seconds.",
    ),
    (
        "The force should reduce the number of outstanding warrants and wanted suspects.",
        "The force should reduce the number of suspects released under investigation without conditions.",
    ),
    (
        "Chief constables should make sure that rape victims have access to independent advisers.",
        "Chief constables should make sure that officers who investigate rape have completed specialist training.",
    ),
    (
        "The force should review custody staffing so that detainees are checked at the frequency that is set.",
        "The force should review the availability of healthcare practitioners in custody.",
    ),
    (
        "The force should make sure that its vetting unit has the capacity to clear its backlog of renewals.",
        "The force should make sure that its digital unit has the capacity to meet future demand.",
    ),
    (
        "The force should make sure neighbourhood teams engage with communities and act on what matters to them.",
        "The force should make sure that neighbourhood teams have access to data on antisocial behaviour.",
    ),
    (
        "The force should improve its governance of stop and search with an external scrutiny panel.",
        "The force should improve its governance of the use of Taser with internal review.",
    ),
)

REPEATS_UNSEEN = (
    (
        "The force should make sure that its officers consistently switch on body-worn video when they attend domestic abuse incidents.",
        "Body-worn video is not used in enough domestic abuse cases. The force should make sure that officers record these incidents.",
    ),
    (
        "The force should ensure that it has effective arrangements to transfer prisoners between its custody suites.",
        "The force should improve its arrangements for the transport and transfer of detainees between custody suites.",
    ),
    (
        "The force should improve its understanding of demand so that it can plan its resources.",
        "The force does not understand its demand well enough to allocate resources to where they are needed.",
    ),
    (
        "The force should evaluate the effect of its neighbourhood problem solving and share what works.",
        "Problem-solving activity in neighbourhoods is rarely evaluated, and effective practice is not shared across the force.",
    ),
    (
        "Chief constables should make sure that all reports of improper conduct with a sexual motive are assessed by the professional standards department.",
        "The professional standards department should assess all allegations of improper behaviour towards women for whether they meet the definition of abuse of position for a sexual purpose.",
    ),
    (
        "The force should ensure that child protection strategy meetings take place promptly and that their decisions are recorded on its systems.",
        "Strategy discussions about children at risk are delayed, and the decisions made are not recorded on police systems.",
    ),
    (
        "The force should improve how it gives victims the chance to make a personal statement.",
        "Victims are not always offered the opportunity to make a victim personal statement.",
    ),
    (
        "The force should make sure its firearms licensing unit deals with renewals before certificates expire.",
        "The force should reduce the backlog in firearms licensing, where renewals are not completed before the certificate expires.",
    ),
)

ALIKE_UNSEEN = (
    (
        "The force should review how it stores property and exhibits.",
        "The force should review how it stores firearms surrendered by the public.",
    ),
    (
        "The force should make sure that student officers are given protected learning time.",
        "The force should make sure that officers who are injured on duty are given support.",
    ),
    (
        "The force should make sure that its fraud victims are given advice.",
        "The force should make sure that victims of hate crime are given a named contact.",
    ),
    (
        "The force should improve its data quality so that duplicate records are removed.",
        "The force should improve the quality of its case files.",
    ),
    (
        "The force should train its call handlers in giving advice on preserving evidence.",
        "The force should train its detectives in managing disclosure.",
    ),
    (
        "The force should make sure that it disrupts county lines offenders.",
        "The force should make sure that it disrupts those who exploit its rural communities through theft.",
    ),
    (
        "The force should have a process for identifying lessons from deaths in custody.",
        "The force should have a process for identifying talented people in the workforce.",
    ),
    (
        "Chief constables should review the number of officers who are suspended from duty.",
        "Chief constables should review the number of officers who work as covert sources.",
    ),
)

ALONE = (
    "The force should publish its estates strategy and report on progress against it.",
    "The force should work with local policing bodies to publish clear financial plans for the next four years.",
    "Chief constables should review the armed policing strategic threat and risk assessment every year.",
    "The force should make sure that hate crime victims are referred to specialist support services.",
    "The force should review its approach to roads policing and to those who drive while unfit.",
    "Chief constables should test that their force can respond to a marauding terrorist attack at any hour.",
    "The force should improve its understanding of modern slavery and human trafficking.",
    "The force should work with health partners so that fewer people in mental health crisis are taken to a police station.",
)
