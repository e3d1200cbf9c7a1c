/** Small tables of every tabular format, written for these tests. */

/** The columns of an ACLED export since March 2023. */
export const ACLED_31 =
  'event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp';

export const acledCurrent = [
  ACLED_31,
  'XAN101,2023-04-05,2023,1,Political violence,Battles,Armed clash,Military Forces of Xanadu (2011-),Police Forces of Xanadu,State forces,Alph Front,,Rebel group,State forces-Rebel group,,999,Far Land,Xanadu,North,Coast,,Kubla,12.5,44.25,1,Xanadu Post; Alph News,National,"On 5 April, a clash took place',
  'near the dome.",3,,1680800000',
  'XAN102,2023-04-12,2023,2,Demonstrations,Protests,Peaceful protest,Protesters (Xanadu),,Protesters,,,,Protesters only,,999,Far Land,Xanadu,South,,,Sunless Sea,11,44,2,Alph News,National,People marched.,0,crowd size=about 100; women,1680800001',
  'XAN103,2023-05-16,2023,3,Strategic developments,Strategic developments,Agreement,Alph Front,,Rebel group,,,,Rebel group only,,999,Far Land,Xanadu,South,,,South,11,44,3,Alph News,National,A pact in May.,NA,,1680800002',
].join('\n');

/** Upper case, an index column, no sub-event type, day-month-year, numbers for actor types. */
export const acledOld = [
  ',GWNO,EVENT_ID_CNTY,EVENT_ID_NO_CNTY,EVENT_DATE,YEAR,TIME_PRECISION,EVENT_TYPE,ACTOR1,ALLY_ACTOR_1,INTER1,ACTOR2,ALLY_ACTOR_2,INTER2,INTERACTION,COUNTRY,ADMIN1,ADMIN2,ADMIN3,LOCATION,LATITUDE,LONGITUDE,GEO_PRECISION,SOURCE,NOTES,FATALITIES',
  '1,999,1XAN,1,31-12-19,2019,1,Battle-No change of territory,Military Forces of Xanadu,,1,Alph Front,,2,12,Xanadu,North,,,Kubla,12.5,44.25,1,Xanadu Post,A clash.,2',
  '2,999,2XAN,2,5-Apr-98,1998,1,Riots/Protests,Rioters (Xanadu),,5,,,0,50,Xanadu,North,,,Kubla,12.5,44.25,1,Xanadu Post,A riot.,0',
].join('\r\n');

/** One row for each actor: XAN201 stands on two rows. */
export const acledMonadic = [
  'event_id_cnty,event_date,event_type,sub_event_type,actor1,inter1,country,location,source,notes,fatalities',
  'XAN201,05 April 2023,Battles,Armed clash,Army,1,Xanadu,Kubla,Xanadu Post,A clash.,1',
  'XAN201,05 April 2023,Battles,Armed clash,Alph Front,2,Xanadu,Kubla,Xanadu Post,A clash.,1',
  'XAN202,06-April-2023,Riots,Mob violence,Rioters (Xanadu),5,Xanadu,Kubla,Xanadu Post,A mob.,0',
].join('\n');

export const UCDP_HEADER =
  'id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob';

export const ucdpRows = [
  '7001,XAN-2020-1-1,2020,1,Clear,1,1,1,Xanadu: Government,2,2,Government of Xanadu - Alph Front,3,3,Government of Xanadu,4,4,Alph Front,2,"""Alph News,2020-02-03,Clash"";""Post,2020-02-04,Dead""",Alph News;Post,2020-02-03;2020-02-04,Clash;Dead,police; residents,1,Kubla town,near Kubla,North,Coast,12.5,44.25,POINT (44.25 12.5),1,Xanadu,999,Far Land,1,1,2020-02-02,2020-02-02,1,2,0,0,3,3,2,999,',
  '7002,XAN-2020-3-1,2020,1,Clear,3,1,1,Alph Front - Civilians,2,2,Alph Front - Civilians,4,4,Alph Front,5,5,Civilians,1,Old report without an office,,,,,4,North,in the north,North,,12,44,POINT (44 12),1,Xanadu,999,Far Land,2,4,2020-03-01 00:00:00.000,2020-03-31 00:00:00.000,0,0,4,0,9,5,4,,',
];

const gdeltActor = (code: string, name: string) => [code, name, '', '', '', '', '', '', '', ''];
const gdeltGeo = (generation: 1 | 2) =>
  generation === 1
    ? ['4', 'Kubla, North, Xanadu', 'XA', 'XA01', '12.5', '44.25', '-1']
    : ['4', 'Kubla, North, Xanadu', 'XA', 'XA01', '77', '12.5', '44.25', '-1'];

/** @returns one GDELT row: 57 or 58 columns of generation 1, 61 of generation 2. */
export function gdeltRow(
  generation: 1 | 2,
  id: number,
  day: string,
  code: string,
  url?: string,
): string {
  return [
    String(id),
    day,
    day.slice(0, 6),
    day.slice(0, 4),
    `${day.slice(0, 4)}.5`,
    ...gdeltActor('XAN', 'XANADU'),
    ...gdeltActor('ALP', 'ALPH "THE" FRONT'),
    '1',
    code,
    code.slice(0, 3),
    code.slice(0, 2),
    '4',
    '-9.5',
    '3',
    '1',
    '3',
    '2.5',
    ...gdeltGeo(generation),
    ...gdeltGeo(generation),
    ...gdeltGeo(generation),
    generation === 1 ? '20210102' : '20210102030000',
    ...(url === undefined ? [] : [url]),
  ].join('\t');
}

export const gdelt1 = [gdeltRow(1, 1, '20200101', '190'), gdeltRow(1, 2, '20200103', '010')].join(
  '\n',
);
export const gdelt2 = [
  gdeltRow(2, 1, '20200101', '1823', 'https://www.post.example/a"b'),
  gdeltRow(2, 2, '20210103', '10', 'BBC Monitoring'),
].join('\n');

export const icewsRows = [
  'Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude',
  '901\t2015-01-02\tArmy (Xanadu)\tMilitary\tXanadu\tMake statement\t010\t0.0\tAlph Front\tRebel\tXanadu\t3001\t4\tXanadu Post\tKubla\tCoast\tNorth\tXanadu\t12.5\t44.25',
  '902\t2015-01-05\tAlph Front\tRebel\tXanadu\tUse unconventional violence\t180\t-9.0\tCitizen (Xanadu)\tNULL\tXanadu\t3002\t1\tXanadu Post\tNULL\tNULL\tNULL\tXanadu\t12\t44',
].join('\n');

export const timemapRows = [
  'id,description,date,time,time_precision,location,latitude,longitude,type,category,associations,sources,comments',
  '1,"A crowd gathers, slowly",3/24/2019,14:30,minute,Kubla,12.5,44.25,gathering,alpha,"east, west",src1;src2,unsure',
  '2,Shots are heard,4/2/2019,,,Kubla,12.5,44.25,shots,beta,,src2,',
].join('\n');

export const timesketchRows = [
  'message,timestamp,datetime,timestamp_desc,host',
  'User logs in,1704164645123456,2024-01-02T03:04:05.123456+00:00,Event Logged,alpha',
  'File is made,1704168000000000,,Creation Time,beta',
].join('\n');

export const plainRows = [
  'When,What,Until,Where,Group,Link,Who',
  '5 March 2020,The first thing,7 March 2020,Kubla,East,https://post.example/1,Ada; Bob',
  '2020-04,The second thing,,Alph,West,,Ada',
].join('\n');
