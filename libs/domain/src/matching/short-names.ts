/**
 * Short forms that people in England go by, each line a full name and its short forms; our own list, from common
 * knowledge. A short form of several names stands in several lines.
 */
const LINES = `
abigail abi abby gail | adam ads | adelaide addie ada | agnes aggie nessie | albert al bert bertie | alexander alex
  alec al sandy sasha xander | alexandra alex alexa sandra sandy sasha lexi | alfred alf alfie fred | alison ali |
  alice ali | amanda mandy | amelia millie amy | andrea andie | andrew andy drew | angela angie ange | ann anne annie
  nan | anna annie | annabel bella annie | anthony tony ant | antonia toni | arthur art | barbara babs barb |
  benjamin ben benny | bernadette bernie | bernard bernie | bethany beth | bridget biddy bridie | cameron cam |
  caroline caz carrie carol | catherine cathy cath kate katie kitty cat | katherine kathy kath kate katie kit kay |
  kathryn kathy kath kate katie kay | charles charlie chas chuck | charlotte charlie lottie char | christine chris
  chrissie tina | christina chris chrissie tina | christopher chris kit topher | clare | constance connie | cynthia
  cindy | daniel dan danny | danielle dani elle | david dave davy | deborah deb debbie debs | denise | dennis den |
  dominic dom | donald don | dorothy dot dottie dolly | douglas doug | edward ed eddie ted ned | edith edie | eleanor
  ellie nell nora elle | elizabeth liz lizzie beth betty eliza libby bess bessie lisa elsie betsy | ellen nell ellie |
  emily em emmie millie | emma em | eugene gene | evelyn evie eve | florence flo florrie flossie | frances fran fanny
  | francesca fran frankie cesca chess | francis frank frankie | frederick fred freddie | gabriel gabe | gabrielle
  gabby | geoffrey geoff | george georgie | georgina georgie gina | georgia georgie | gerald gerry | gillian gill
  jill | grace gracie | graham | gregory greg | gwendoline gwen | hannah han | harold harry hal | harriet hattie |
  harrison harry | helen nell nellie lena | henry harry hal | henrietta hettie etta | hugh hughie | imogen immy |
  irene rene | isabel bel bella izzy | isabella bella izzy | isaac zac ike | jacob jake | jacqueline jackie jacqui |
  james jim jimmy jamie | jane janie | janet jan | janice jan | jasmine jas jaz | jeffrey jeff | jennifer jen jenny |
  jeremy jez jerry | jessica jess jessie | joanna jo joanne anna | joanne jo | john johnny jack jon | jonathan jon
  jonny | joseph joe joey | josephine jo josie | joshua josh | joyce joy | judith judy | julia jules | julie jules |
  kenneth ken kenny | kimberley kim | laura | lauren loz | lawrence larry laurie | leonard len lenny leo | leslie les |
  lewis lew | lillian lily lil | linda lin lindy | louise lou | lucy lu | madeleine maddie | malcolm mal | margaret
  maggie meg peggy marge margie greta rita daisy peg madge | maria ria | marian | marie | martin marty | mary molly
  polly may | matilda tilly | matthew matt | maureen mo | maxwell max | maxine max | megan meg | melanie mel | melissa
  mel lissa | michael mick mike mickey | michelle shell chelle | mohammed mo mohamed muhammad | mohamed mo mohammed
  muhammad | muhammad mo mohammed mohamed | nancy nan | natalie nat | natasha tash tasha | nathan nat nate |
  nathaniel nat nate | nicholas nick nicky | nicola nicky nic nikki | nigel nige | oliver ollie | olivia liv livvy |
  oscar ozzy | pamela pam | patricia pat patsy tricia trish patty | patrick pat paddy | paula | pauline | penelope
  penny | peter pete | philip phil pip | philippa pippa pip | priscilla cilla | rachel rach | raymond ray | rebecca
  becky bex becca | reginald reg reggie | richard rick rich dick ricky | robert rob bob bobby robbie bert | roberta
  bobbie | robin rob | roderick rod | rodney rod | roger rodge | ronald ron ronnie | rosalind ros roz | rosemary
  rosie rose | rosie rose | roxanne roxy | ruth ruthie | samantha sam sammy | samuel sam sammy | sarah sally sadie |
  sarah sal | sebastian seb | sharon shaz | sheila | shirley shirl | sidney sid | simon si | sophia sophie | sophie
  soph | stanley stan | stephanie steph | stephen steve | steven steve | stuart stu | susan sue susie suzie | suzanne
  sue suzie | sylvia syl | terence terry | teresa terry tess tessa | theodore ted theo | theresa terry tess tessa |
  thomas tom tommy | timothy tim | tracey trace | valerie val | vanessa nessa | veronica ronnie | victor vic |
  victoria vicky tori vic | vincent vince vinny | violet vi | virginia ginny | vivien viv | walter wally walt |
  wendy | wilfred wilf | william will bill billy willie liam | winifred winnie | yvonne | zachary zac | zoe zo
`;

const FULL: ReadonlyMap<string, readonly string[]> = readLines(LINES);

/** The full names that a part of a name may stand for; itself first. `liz` may be `elizabeth`. */
export function fullNamesOf(token: string): readonly string[] {
  return [token, ...(FULL.get(token) ?? [])];
}

function readLines(lines: string): ReadonlyMap<string, readonly string[]> {
  const full = new Map<string, string[]>();
  for (const line of lines.split('|')) {
    const [name = '', ...short] = line.trim().split(/\s+/);
    for (const form of short) {
      const names = full.get(form) ?? [];
      if (!names.includes(name)) full.set(form, [...names, name]);
    }
  }
  return full;
}
