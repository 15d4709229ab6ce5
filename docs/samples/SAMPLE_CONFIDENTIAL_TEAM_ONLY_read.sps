* CONFIDENTIAL: TEAM ONLY.
* SAMPLE: made-up people, made-up answers.
* Open this file in SPSS or PSPP from the folder it is in, with the csv files beside it
  (or put CD 'path of the folder'. on top), and run all of it.
* Values of answer_code have labels here only when all answers share one scale.

GET DATA
  /TYPE=TXT
  /FILE='SAMPLE_CONFIDENTIAL_TEAM_ONLY_responses_long_spss.csv'
  /ENCODING='UTF8'
  /ARRANGEMENT=DELIMITED
  /FIRSTCASE=2
  /DELIMITERS=','
  /QUALIFIER='"'
  /VARIABLES=
    response_id A17 session_id A16
    group_id A16 group_label A643
    participant_id A17 statement_id A8
    round F8.0 version F8.0
    scale A16 answer_code F8.0
    answer_label A320 declined A1 comment A2000
    comment_audience A4 may_quote F8.0
    shown F8.0 channel A6
  .
COMPUTE group_label = REPLACE(group_label, '\\', STRING(31, PIB1)).
COMPUTE group_label = REPLACE(group_label, '\n', STRING(10, PIB1)).
COMPUTE group_label = REPLACE(group_label, '\r', STRING(13, PIB1)).
COMPUTE group_label = REPLACE(group_label, STRING(31, PIB1), '\').
COMPUTE answer_label = REPLACE(answer_label, '\\', STRING(31, PIB1)).
COMPUTE answer_label = REPLACE(answer_label, '\n', STRING(10, PIB1)).
COMPUTE answer_label = REPLACE(answer_label, '\r', STRING(13, PIB1)).
COMPUTE answer_label = REPLACE(answer_label, STRING(31, PIB1), '\').
COMPUTE comment = REPLACE(comment, '\\', STRING(31, PIB1)).
COMPUTE comment = REPLACE(comment, '\n', STRING(10, PIB1)).
COMPUTE comment = REPLACE(comment, '\r', STRING(13, PIB1)).
COMPUTE comment = REPLACE(comment, STRING(31, PIB1), '\').
VARIABLE LABELS response_id
  'Response; random, new in each export'.
VARIABLE LABELS session_id
  'Session, as in sessions'.
VARIABLE LABELS group_id
  'Group or groups, as in groups; two are joined by +; empty: none'.
VARIABLE LABELS group_label
  'Names of these groups, joined by +'.
VARIABLE LABELS participant_id
  'Participant; random, new in each export; only in linked sessions'.
VARIABLE LABELS statement_id
  'Statement, as in statements'.
VARIABLE LABELS round
  'Round'.
VARIABLE LABELS version
  'Version of the statement’s wording'.
VARIABLE LABELS scale
  'Scale it was answered on; the codebook has its labels'.
VARIABLE LABELS answer_code
  'Answer, 1 for most disagreeing; empty when declined'.
VARIABLE LABELS answer_label
  'Answer in words'.
VARIABLE LABELS declined
  'How the answer was declined; empty when it was not'.
VARIABLE LABELS comment
  'Comment on the post-it'.
VARIABLE LABELS comment_audience
  'Who may read the comment; empty without one'.
VARIABLE LABELS may_quote
  'Whether the writer agreed to be quoted; empty without a comment'.
VARIABLE LABELS shown
  'Whether the room was shown the comment; empty without one'.
VARIABLE LABELS channel
  'How the answer came'.
VALUE LABELS round
  1 'first placing'
  2 'second placing'.
VALUE LABELS answer_code
  1 'Strongly disagree'
  2 'Disagree'
  3 'Neither'
  4 'Agree'
  5 'Strongly agree'.
VALUE LABELS declined
  'n' 'Rather not say'
  'x' 'Does not apply to me'.
VALUE LABELS comment_audience
  'room' 'the people in the room'
  'team' 'the team only'.
VALUE LABELS may_quote
  0 'no'
  1 'yes'.
VALUE LABELS shown
  0 'no'
  1 'yes'.
VALUE LABELS channel
  'phone' 'own phone'
  'tablet' 'shared tablet'
  'paper' 'paper or the wall, entered by the facilitator'
  'mixed' 'not told apart: fewer than five came the same way, or it is not known'.
VARIABLE LEVEL answer_code (ORDINAL).
SAVE OUTFILE='SAMPLE_CONFIDENTIAL_TEAM_ONLY_responses_long.sav'.

GET DATA
  /TYPE=TXT
  /FILE='SAMPLE_CONFIDENTIAL_TEAM_ONLY_responses_wide_data.csv'
  /ENCODING='UTF8'
  /ARRANGEMENT=DELIMITED
  /FIRSTCASE=2
  /DELIMITERS=','
  /QUALIFIER='"'
  /VARIABLES=
    participant_id A17 session_id A16
    group_id A16 s01 F8.0
    s01_declined A1 s02 F8.0
    s02_declined A1 s03 F8.0
    s03_declined A1 s04 F8.0
    s04_declined A1
  .
VARIABLE LABELS participant_id
  'Participant; random, new in each export'.
VARIABLE LABELS session_id
  'Session, as in sessions'.
VARIABLE LABELS group_id
  'Group or groups, as in groups; two are joined by +; empty: none'.
VARIABLE LABELS s01
  'I expect my social worker to make time for me.'.
VARIABLE LABELS s01_declined
  'Declined: I expect my social worker to make time for me.'.
VARIABLE LABELS s02
  'I expect my social worker to be honest with me, even with bad news.'.
VARIABLE LABELS s02_declined
  'Declined: I expect my social worker to be honest with me, even with bad news.'.
VARIABLE LABELS s03
  'I expect my social worker to keep the promises they make.'.
VARIABLE LABELS s03_declined
  'Declined: I expect my social worker to keep the promises they make.'.
VARIABLE LABELS s04
  'I expect my social worker to help me stay in touch with my family.'.
VARIABLE LABELS s04_declined
  'Declined: I expect my social worker to help me stay in touch with my family.'.
VALUE LABELS s01
  1 'Strongly disagree'
  2 'Disagree'
  3 'Neither'
  4 'Agree'
  5 'Strongly agree'.
VALUE LABELS s01_declined
  'n' 'Rather not say'
  'x' 'Does not apply to me'.
VALUE LABELS s02
  1 'Strongly disagree'
  2 'Disagree'
  3 'Neither'
  4 'Agree'
  5 'Strongly agree'.
VALUE LABELS s02_declined
  'n' 'Rather not say'
  'x' 'Does not apply to me'.
VALUE LABELS s03
  1 'Strongly disagree'
  2 'Disagree'
  3 'Neither'
  4 'Agree'
  5 'Strongly agree'.
VALUE LABELS s03_declined
  'n' 'Rather not say'
  'x' 'Does not apply to me'.
VALUE LABELS s04
  1 'Strongly disagree'
  2 'Disagree'
  3 'Neither'
  4 'Agree'
  5 'Strongly agree'.
VALUE LABELS s04_declined
  'n' 'Rather not say'
  'x' 'Does not apply to me'.
VARIABLE LEVEL s01
  s02
  s03
  s04 (ORDINAL).
SAVE OUTFILE='SAMPLE_CONFIDENTIAL_TEAM_ONLY_responses_wide.sav'.
