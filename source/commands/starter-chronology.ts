/** What `ticktock new` writes: a chronology with one of everything, which checks clean. */
export const starterChronology = `# yaml-language-server: $schema=./chronology.schema.json
#
# A chronology for ticktock. The line above gives completion and explanations in editors that know
# YAML; put the schema beside this file with: ticktock schema > chronology.schema.json
# Everything below is made up: replace it, then run: ticktock check THIS-FILE
chronology: 1
title: The harbour vote
# Dates are read in this zone unless they name their own (an IANA name, or UTC).
timezone: Europe/Lisbon

# The lanes of the timeline, from top to bottom.
sides:
  - {id: council, name: Council}
  - {id: dockers, name: Dockers}

# Questions that accounts answer differently, beside when, where, actors, deaths, injuries, count
# and summary, which every event has.
fields:
  - {id: purpose, name: What was the vote for?}

# What everything rests on. paragraphs: may list the SHA-256 of each paragraph's text, so that
# \`ticktock verify\` can compare each citation with a copy of the report.
sources:
  - id: gazette
    headline: Council votes on the harbour
    publisher: The Gazette
    date_published: 2031-05-04
    # Admiralty letter, A to E; F until somebody has assessed the source.
    reliability: F

actors:
  - {id: city-council, name: City council, kind: government, side: council}
  - {id: moura, name: Inês Moura, office: head of the dockers' union, kind: person, side: dockers}

places:
  - {id: town-hall, name: Town hall, country: PT}

events:
  - id: vote
    # Neutral words, at most 36 columns wide so that they fit the list.
    title: Council votes on the harbour
    when:
      # EDTF: 2031-05-03, 2031-05 (some day in May), 2031-05-03~ (about), 2031-05-03/.. (since),
      # 2031-05-03T18:07~ (about 18:07). It lasted: 2031-05-03/2031-05-04.
      edtf: 2031-05-03
      # The words of the report, and whether the date is theirs or yours. Inferred needs a reason.
      stated: Saturday
      basis: inferred
      reason: The report of Sunday 4 May speaks of Saturday.
    where: [town-hall]
    actors:
      - {actor: city-council, role: voted}
    count: {low: 20, stated: at least twenty, of: votes in favour}

  - id: moura-statement
    title: Moura calls the vote a sell-off
    when:
      # One of two days; a moment some time in a longer span is "[2031-05-03..2031-05-20]".
      edtf: "[2031-05-03,2031-05-04]"
      basis: inferred
      reason: Between the vote and the report.
    actors:
      - {actor: moura, role: speaker}

# Who said what about which field of which event. voice: reporter (the source itself says it),
# paraphrase (it gives somebody's meaning) or quote (it gives somebody's exact words).
claims:
  - id: c-vote
    # "*" is for a claim that carries the event as a whole.
    about: {event: vote, field: "*"}
    voice: reporter
    value: At least twenty members voted for the new harbour.
    citations:
      - {source: gazette, paragraph: 1}

  - id: c-vote-purpose
    about: {event: vote, field: purpose}
    said_by: city-council
    voice: paraphrase
    value: to renew the harbour
    citations:
      - {source: gazette, paragraph: 2}

  - id: c-moura-purpose
    about: {event: vote, field: purpose}
    said_by: moura
    voice: quote
    words: a sell-off, nothing else
    value: a sell-off
    citations:
      - {source: gazette, paragraph: 3, exact: "a sell-off, nothing else"}

  - id: c-moura-statement
    about: {event: moura-statement, field: "*"}
    voice: reporter
    value: Moura commented on the vote.
    citations:
      - {source: gazette, paragraph: 3}

# responds-to, part-of, contradicts, restates or supersedes, and the claims that say so.
links:
  - {type: responds-to, from: moura-statement, to: vote, claimed_by: [c-moura-statement]}
  - {type: contradicts, from: c-moura-purpose, to: c-vote-purpose, reason: They name other ends.}
`;
