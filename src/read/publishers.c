/* SPDX-License-Identifier: MIT
 *
 * publishers.c: a link goes in, who publishes there comes out. The table holds the hosts that
 * threat reports are cited from most; the names are static.
 */
#include "read/publishers.h"
#include "base/url-private.h"

#include <string.h>

/* By host, by bytes. */
static const Publisher publishers[] = {
    {"360.cn", "Qihoo 360", ATTRI_SOURCE_REPORT},
    {"360.net", "Qihoo 360", ATTRI_SOURCE_REPORT},
    {"401trg.com", "401TRG", ATTRI_SOURCE_REPORT},
    {"401trg.github.io", "401TRG", ATTRI_SOURCE_REPORT},
    {"about.fb.com", "Meta", ATTRI_SOURCE_REPORT},
    {"accenture.com", "Accenture", ATTRI_SOURCE_REPORT},
    {"ahnlab.com", "AhnLab", ATTRI_SOURCE_REPORT},
    {"airbus-cyber-security.com", "Airbus CyberSecurity", ATTRI_SOURCE_REPORT},
    {"akamai.com", "Akamai", ATTRI_SOURCE_REPORT},
    {"alienvault.com", "AlienVault", ATTRI_SOURCE_REPORT},
    {"alyac.co.kr", "ESTsecurity", ATTRI_SOURCE_REPORT},
    {"amazon.com", "Amazon", ATTRI_SOURCE_REPORT},
    {"amazonaws.com", NULL, ATTRI_SOURCE_REPORT},
    {"amnesty.org", "Amnesty International", ATTRI_SOURCE_REPORT},
    {"amnestyusa.org", "Amnesty International", ATTRI_SOURCE_REPORT},
    {"anomali.com", "Anomali", ATTRI_SOURCE_REPORT},
    {"any.run", "ANY.RUN", ATTRI_SOURCE_REPORT},
    {"app.box.com", NULL, ATTRI_SOURCE_REPORT},
    {"apple.com", "Apple", ATTRI_SOURCE_REPORT},
    {"aquasec.com", "Aqua Security", ATTRI_SOURCE_REPORT},
    {"arbornetworks.com", "NETSCOUT", ATTRI_SOURCE_REPORT},
    {"archive.org", NULL, ATTRI_SOURCE_REPORT},
    {"arcticwolf.com", "Arctic Wolf", ATTRI_SOURCE_REPORT},
    {"arstechnica.com", "Ars Technica", ATTRI_SOURCE_NEWS},
    {"arxiv.org", NULL, ATTRI_SOURCE_REPORT},
    {"att.com", "AT&T", ATTRI_SOURCE_REPORT},
    {"attack.mitre.org", "MITRE ATT&CK", ATTRI_SOURCE_COMPILATION},
    {"avast.com", "Avast", ATTRI_SOURCE_REPORT},
    {"avast.io", "Avast", ATTRI_SOURCE_REPORT},
    {"avira.com", "Avira", ATTRI_SOURCE_REPORT},
    {"baesystemsai.blogspot.com", "BAE Systems", ATTRI_SOURCE_REPORT},
    {"bbc.co.uk", "BBC", ATTRI_SOURCE_NEWS},
    {"bbc.com", "BBC", ATTRI_SOURCE_NEWS},
    {"bellingcat.com", "Bellingcat", ATTRI_SOURCE_REPORT},
    {"bi.zone", "BI.ZONE", ATTRI_SOURCE_REPORT},
    {"binarydefense.com", "Binary Defense", ATTRI_SOURCE_REPORT},
    {"bitdefender.com", "Bitdefender", ATTRI_SOURCE_REPORT},
    {"blackberry.com", "BlackBerry", ATTRI_SOURCE_REPORT},
    {"blackhat.com", NULL, ATTRI_SOURCE_REPORT},
    {"bleepingcomputer.com", "BleepingComputer", ATTRI_SOURCE_NEWS},
    {"blog.google", "Google", ATTRI_SOURCE_REPORT},
    {"blogspot.com", NULL, ATTRI_SOURCE_REPORT},
    {"bloomberg.com", "Bloomberg", ATTRI_SOURCE_NEWS},
    {"brighttalk.com", NULL, ATTRI_SOURCE_REPORT},
    {"broadcom.com", "Broadcom", ATTRI_SOURCE_REPORT},
    {"bund.de", "German federal government", ATTRI_SOURCE_REPORT},
    {"cadosecurity.com", "Cado Security", ATTRI_SOURCE_REPORT},
    {"carbonblack.com", "Carbon Black", ATTRI_SOURCE_REPORT},
    {"cert.europa.eu", "CERT-EU", ATTRI_SOURCE_REPORT},
    {"cert.gov.ua", "CERT-UA", ATTRI_SOURCE_REPORT},
    {"cert.ssi.gouv.fr", "ANSSI", ATTRI_SOURCE_REPORT},
    {"cfr.org", "Council on Foreign Relations", ATTRI_SOURCE_COMPILATION},
    {"checkmarx.com", "Checkmarx", ATTRI_SOURCE_REPORT},
    {"checkpoint.com", "Check Point", ATTRI_SOURCE_REPORT},
    {"cip.gov.ua", "SSSCIP Ukraine", ATTRI_SOURCE_REPORT},
    {"cisa.gov", "CISA", ATTRI_SOURCE_REPORT},
    {"cisco.com", "Cisco", ATTRI_SOURCE_REPORT},
    {"citizenlab.ca", "Citizen Lab", ATTRI_SOURCE_REPORT},
    {"claroty.com", "Claroty", ATTRI_SOURCE_REPORT},
    {"clearskysec.com", "ClearSky", ATTRI_SOURCE_REPORT},
    {"cloud.google.com", "Google", ATTRI_SOURCE_REPORT},
    {"cloudflare.com", "Cloudflare", ATTRI_SOURCE_REPORT},
    {"cloudfront.net", NULL, ATTRI_SOURCE_REPORT},
    {"cnn.com", "CNN", ATTRI_SOURCE_NEWS},
    {"cobaltstrike.com", "Cobalt Strike", ATTRI_SOURCE_REPORT},
    {"cofense.com", "Cofense", ATTRI_SOURCE_REPORT},
    {"community.broadcom.com", "Symantec", ATTRI_SOURCE_REPORT},
    {"computerweekly.com", "Computer Weekly", ATTRI_SOURCE_NEWS},
    {"contextis.com", "Context", ATTRI_SOURCE_REPORT},
    {"crowdstrike.com", "CrowdStrike", ATTRI_SOURCE_REPORT},
    {"csoonline.com", "CSO", ATTRI_SOURCE_NEWS},
    {"cyber.gov.au", "Australian Cyber Security Centre", ATTRI_SOURCE_REPORT},
    {"cyberark.com", "CyberArk", ATTRI_SOURCE_REPORT},
    {"cyberbit.com", "Cyberbit", ATTRI_SOURCE_REPORT},
    {"cybereason.com", "Cybereason", ATTRI_SOURCE_REPORT},
    {"cyberpress.org", "Cyber Press", ATTRI_SOURCE_NEWS},
    {"cyberscoop.com", "CyberScoop", ATTRI_SOURCE_NEWS},
    {"cybersecuritynews.com", "Cyber Security News", ATTRI_SOURCE_NEWS},
    {"cyberwarzone.com", "Cyberwarzone", ATTRI_SOURCE_NEWS},
    {"cyble.com", "Cyble", ATTRI_SOURCE_REPORT},
    {"cybleinc.com", "Cyble", ATTRI_SOURCE_REPORT},
    {"cycraft.com", "CyCraft", ATTRI_SOURCE_REPORT},
    {"cyfirma.com", "CYFIRMA", ATTRI_SOURCE_REPORT},
    {"cyjax.com", "CYJAX", ATTRI_SOURCE_REPORT},
    {"cylance.com", "Cylance", ATTRI_SOURCE_REPORT},
    {"cysecurity.news", "CySecurity News", ATTRI_SOURCE_NEWS},
    {"dailydarkweb.net", "Daily Dark Web", ATTRI_SOURCE_NEWS},
    {"darkreading.com", "Dark Reading", ATTRI_SOURCE_NEWS},
    {"databreaches.net", "DataBreaches.net", ATTRI_SOURCE_NEWS},
    {"datadoghq.com", "Datadog", ATTRI_SOURCE_REPORT},
    {"deepinstinct.com", "Deep Instinct", ATTRI_SOURCE_REPORT},
    {"defense.gov", "US Department of Defense", ATTRI_SOURCE_REPORT},
    {"digital.nhs.uk", "NHS Digital", ATTRI_SOURCE_REPORT},
    {"docs.broadcom.com", "Symantec", ATTRI_SOURCE_REPORT},
    {"docs.google.com", NULL, ATTRI_SOURCE_REPORT},
    {"domaintools.com", "DomainTools", ATTRI_SOURCE_REPORT},
    {"dragos.com", "Dragos", ATTRI_SOURCE_REPORT},
    {"drive.google.com", NULL, ATTRI_SOURCE_REPORT},
    {"dropbox.com", NULL, ATTRI_SOURCE_REPORT},
    {"dw.com", "Deutsche Welle", ATTRI_SOURCE_NEWS},
    {"eclecticiq.com", "EclecticIQ", ATTRI_SOURCE_REPORT},
    {"ehackingnews.com", "E Hacking News", ATTRI_SOURCE_NEWS},
    {"elastic.co", "Elastic", ATTRI_SOURCE_REPORT},
    {"endgame.com", "Endgame", ATTRI_SOURCE_REPORT},
    {"esentire.com", "eSentire", ATTRI_SOURCE_REPORT},
    {"eset.com", "ESET", ATTRI_SOURCE_REPORT},
    {"esetstatic.com", "ESET", ATTRI_SOURCE_REPORT},
    {"europol.europa.eu", "Europol", ATTRI_SOURCE_REPORT},
    {"f-secure.com", "F-Secure", ATTRI_SOURCE_REPORT},
    {"f6.ru", "F6", ATTRI_SOURCE_REPORT},
    {"facebook.com", NULL, ATTRI_SOURCE_REPORT},
    {"fbi.gov", "FBI", ATTRI_SOURCE_REPORT},
    {"fidelissecurity.com", "Fidelis Security", ATTRI_SOURCE_REPORT},
    {"fireeye.com", "FireEye", ATTRI_SOURCE_REPORT},
    {"flashpoint.io", "Flashpoint", ATTRI_SOURCE_REPORT},
    {"forbes.com", "Forbes", ATTRI_SOURCE_NEWS},
    {"forcepoint.com", "Forcepoint", ATTRI_SOURCE_REPORT},
    {"fortinet.com", "Fortinet", ATTRI_SOURCE_REPORT},
    {"fox-it.com", "Fox-IT", ATTRI_SOURCE_REPORT},
    {"gdatasoftware.com", "G DATA", ATTRI_SOURCE_REPORT},
    {"github.com", NULL, ATTRI_SOURCE_REPORT},
    {"github.io", NULL, ATTRI_SOURCE_REPORT},
    {"githubusercontent.com", NULL, ATTRI_SOURCE_REPORT},
    {"gitlab.com", NULL, ATTRI_SOURCE_REPORT},
    {"gizmodo.com", "Gizmodo", ATTRI_SOURCE_NEWS},
    {"google.com", "Google", ATTRI_SOURCE_REPORT},
    {"gov.uk", "UK government", ATTRI_SOURCE_REPORT},
    {"group-ib.com", "Group-IB", ATTRI_SOURCE_REPORT},
    {"hackread.com", "HackRead", ATTRI_SOURCE_NEWS},
    {"harfanglab.io", "HarfangLab", ATTRI_SOURCE_REPORT},
    {"helpnetsecurity.com", "Help Net Security", ATTRI_SOURCE_NEWS},
    {"hp.com", "HP", ATTRI_SOURCE_REPORT},
    {"hubspot.net", NULL, ATTRI_SOURCE_REPORT},
    {"huntress.com", "Huntress", ATTRI_SOURCE_REPORT},
    {"ibm.com", "IBM", ATTRI_SOURCE_REPORT},
    {"ibmcloud.com", "IBM", ATTRI_SOURCE_REPORT},
    {"ic3.gov", "FBI", ATTRI_SOURCE_REPORT},
    {"infoblox.com", "Infoblox", ATTRI_SOURCE_REPORT},
    {"intel471.com", "Intel 471", ATTRI_SOURCE_REPORT},
    {"intelsecurity.com", "McAfee", ATTRI_SOURCE_REPORT},
    {"intezer.com", "Intezer", ATTRI_SOURCE_REPORT},
    {"intrusiontruth.wordpress.com", "Intrusion Truth", ATTRI_SOURCE_REPORT},
    {"isc.sans.edu", "SANS", ATTRI_SOURCE_REPORT},
    {"jpcert.or.jp", "JPCERT/CC", ATTRI_SOURCE_REPORT},
    {"juniper.net", "Juniper Networks", ATTRI_SOURCE_REPORT},
    {"justice.gov", "US Department of Justice", ATTRI_SOURCE_REPORT},
    {"kaspersky.com", "Kaspersky", ATTRI_SOURCE_REPORT},
    {"kasperskycontenthub.com", "Kaspersky", ATTRI_SOURCE_REPORT},
    {"krebsonsecurity.com", "Krebs on Security", ATTRI_SOURCE_NEWS},
    {"kroll.com", "Kroll", ATTRI_SOURCE_REPORT},
    {"lab52.io", "Lab52", ATTRI_SOURCE_REPORT},
    {"lacework.com", "Lacework", ATTRI_SOURCE_REPORT},
    {"leonardo.com", "Leonardo", ATTRI_SOURCE_REPORT},
    {"linkedin.com", NULL, ATTRI_SOURCE_REPORT},
    {"logrhythm.com", "LogRhythm", ATTRI_SOURCE_REPORT},
    {"lookout.com", "Lookout", ATTRI_SOURCE_REPORT},
    {"lumen.com", "Lumen", ATTRI_SOURCE_REPORT},
    {"malpedia.caad.fkie.fraunhofer.de", "Malpedia", ATTRI_SOURCE_COMPILATION},
    {"malwarebytes.com", "Malwarebytes", ATTRI_SOURCE_REPORT},
    {"mandiant.com", "Mandiant", ATTRI_SOURCE_REPORT},
    {"mandiant.widen.net", "Mandiant", ATTRI_SOURCE_REPORT},
    {"mcafee.com", "McAfee", ATTRI_SOURCE_REPORT},
    {"medium.com", NULL, ATTRI_SOURCE_REPORT},
    {"microsoft.com", "Microsoft", ATTRI_SOURCE_REPORT},
    {"mitre.org", "MITRE", ATTRI_SOURCE_REPORT},
    {"morphisec.com", "Morphisec", ATTRI_SOURCE_REPORT},
    {"mp.weixin.qq.com", NULL, ATTRI_SOURCE_REPORT},
    {"msn.com", "MSN", ATTRI_SOURCE_NEWS},
    {"nccgroup.com", "NCC Group", ATTRI_SOURCE_REPORT},
    {"nccgroup.trust", "NCC Group", ATTRI_SOURCE_REPORT},
    {"ncsc.gov.uk", "NCSC (UK)", ATTRI_SOURCE_REPORT},
    {"netlab.360.com", "Qihoo 360", ATTRI_SOURCE_REPORT},
    {"netscout.com", "NETSCOUT", ATTRI_SOURCE_REPORT},
    {"netskope.com", "Netskope", ATTRI_SOURCE_REPORT},
    {"nist.gov", "NIST", ATTRI_SOURCE_REPORT},
    {"novetta.com", "Novetta", ATTRI_SOURCE_REPORT},
    {"nsa.gov", "NSA", ATTRI_SOURCE_REPORT},
    {"nsfocusglobal.com", "NSFOCUS", ATTRI_SOURCE_REPORT},
    {"nytimes.com", "The New York Times", ATTRI_SOURCE_NEWS},
    {"office.com", "Microsoft", ATTRI_SOURCE_REPORT},
    {"operationblockbuster.com", "Novetta", ATTRI_SOURCE_REPORT},
    {"otx.alienvault.com", NULL, ATTRI_SOURCE_REPORT},
    {"paloaltonetworks.com", "Palo Alto Networks", ATTRI_SOURCE_REPORT},
    {"pan-unit42.github.io", "Palo Alto Networks", ATTRI_SOURCE_REPORT},
    {"pastebin.com", NULL, ATTRI_SOURCE_REPORT},
    {"picussecurity.com", "Picus Security", ATTRI_SOURCE_REPORT},
    {"prevailion.com", "Prevailion", ATTRI_SOURCE_REPORT},
    {"prodaft.com", "PRODAFT", ATTRI_SOURCE_REPORT},
    {"proofpoint.com", "Proofpoint", ATTRI_SOURCE_REPORT},
    {"ptsecurity.com", "Positive Technologies", ATTRI_SOURCE_REPORT},
    {"pwc.blogs.com", "PwC", ATTRI_SOURCE_REPORT},
    {"pwc.co.uk", "PwC", ATTRI_SOURCE_REPORT},
    {"pwc.com", "PwC", ATTRI_SOURCE_REPORT},
    {"qianxin.com", "QiAnXin", ATTRI_SOURCE_REPORT},
    {"qualys.com", "Qualys", ATTRI_SOURCE_REPORT},
    {"quointelligence.eu", "QuoIntelligence", ATTRI_SOURCE_REPORT},
    {"radware.com", "Radware", ATTRI_SOURCE_REPORT},
    {"ransomfeed.it", "Ransomfeed", ATTRI_SOURCE_NEWS},
    {"rapid7.com", "Rapid7", ATTRI_SOURCE_REPORT},
    {"reaqta.com", "ReaQta", ATTRI_SOURCE_REPORT},
    {"recordedfuture.com", "Recorded Future, Insikt Group", ATTRI_SOURCE_REPORT},
    {"redcanary.com", "Red Canary", ATTRI_SOURCE_REPORT},
    {"redpacketsecurity.com", "RedPacket Security", ATTRI_SOURCE_NEWS},
    {"resecurity.com", "Resecurity", ATTRI_SOURCE_REPORT},
    {"reuters.com", "Reuters", ATTRI_SOURCE_NEWS},
    {"rewterz.com", "Rewterz", ATTRI_SOURCE_REPORT},
    {"riskiq.com", "RiskIQ", ATTRI_SOURCE_REPORT},
    {"risky.biz", "Risky Business", ATTRI_SOURCE_NEWS},
    {"riskybiznews.substack.com", "Risky Business", ATTRI_SOURCE_NEWS},
    {"rsa.com", "RSA", ATTRI_SOURCE_REPORT},
    {"s.tencent.com", "Tencent", ATTRI_SOURCE_REPORT},
    {"sans.org", "SANS", ATTRI_SOURCE_REPORT},
    {"scmagazine.com", "SC Magazine", ATTRI_SOURCE_NEWS},
    {"scmagazineuk.com", "SC Magazine", ATTRI_SOURCE_NEWS},
    {"scribd.com", NULL, ATTRI_SOURCE_REPORT},
    {"scworld.com", "SC Magazine", ATTRI_SOURCE_NEWS},
    {"securelist.com", "Kaspersky", ATTRI_SOURCE_REPORT},
    {"secureworks.com", "Secureworks", ATTRI_SOURCE_REPORT},
    {"security.com", "Symantec", ATTRI_SOURCE_REPORT},
    {"securityaffairs.co", "Security Affairs", ATTRI_SOURCE_NEWS},
    {"securityaffairs.com", "Security Affairs", ATTRI_SOURCE_NEWS},
    {"securityboulevard.com", "Security Boulevard", ATTRI_SOURCE_NEWS},
    {"securityintelligence.com", "IBM", ATTRI_SOURCE_REPORT},
    {"securityonline.info", "SecurityOnline", ATTRI_SOURCE_NEWS},
    {"securityscorecard.com", "SecurityScorecard", ATTRI_SOURCE_REPORT},
    {"securityweek.com", "SecurityWeek", ATTRI_SOURCE_NEWS},
    {"securonix.com", "Securonix", ATTRI_SOURCE_REPORT},
    {"seebug.org", NULL, ATTRI_SOURCE_REPORT},
    {"sekoia.io", "Sekoia", ATTRI_SOURCE_REPORT},
    {"sentinelone.com", "SentinelOne", ATTRI_SOURCE_REPORT},
    {"seqrite.com", "Seqrite", ATTRI_SOURCE_REPORT},
    {"services.google.com", "Mandiant", ATTRI_SOURCE_REPORT},
    {"slideshare.net", NULL, ATTRI_SOURCE_REPORT},
    {"socprime.com", "SOC Prime", ATTRI_SOURCE_REPORT},
    {"socradar.io", "SOCRadar", ATTRI_SOURCE_REPORT},
    {"softpedia.com", "Softpedia", ATTRI_SOURCE_NEWS},
    {"sophos.com", "Sophos", ATTRI_SOURCE_REPORT},
    {"specterops.io", "SpecterOps", ATTRI_SOURCE_REPORT},
    {"splunk.com", "Splunk", ATTRI_SOURCE_REPORT},
    {"srslyriskybiz.substack.com", "Risky Business", ATTRI_SOURCE_NEWS},
    {"ssi.gouv.fr", "ANSSI", ATTRI_SOURCE_REPORT},
    {"substack.com", NULL, ATTRI_SOURCE_REPORT},
    {"sygnia.co", "Sygnia", ATTRI_SOURCE_REPORT},
    {"symantec-blogs.broadcom.com", "Symantec", ATTRI_SOURCE_REPORT},
    {"symantec.com", "Symantec", ATTRI_SOURCE_REPORT},
    {"sysdig.com", "Sysdig", ATTRI_SOURCE_REPORT},
    {"talosintelligence.com", "Cisco Talos", ATTRI_SOURCE_REPORT},
    {"team-cymru.com", "Team Cymru", ATTRI_SOURCE_REPORT},
    {"teamt5.org", "TeamT5", ATTRI_SOURCE_REPORT},
    {"techcrunch.com", "TechCrunch", ATTRI_SOURCE_NEWS},
    {"techrepublic.com", "TechRepublic", ATTRI_SOURCE_NEWS},
    {"telekom.com", "Deutsche Telekom", ATTRI_SOURCE_REPORT},
    {"telsy.com", "Telsy", ATTRI_SOURCE_REPORT},
    {"thaicert.or.th", "ThaiCERT", ATTRI_SOURCE_COMPILATION},
    {"thalesgroup.com", "Thales", ATTRI_SOURCE_REPORT},
    {"thecyberexpress.com", "The Cyber Express", ATTRI_SOURCE_NEWS},
    {"thedfirreport.com", "The DFIR Report", ATTRI_SOURCE_REPORT},
    {"theguardian.com", "The Guardian", ATTRI_SOURCE_NEWS},
    {"thehackernews.com", "The Hacker News", ATTRI_SOURCE_NEWS},
    {"therecord.media", "The Record", ATTRI_SOURCE_NEWS},
    {"theregister.co.uk", "The Register", ATTRI_SOURCE_NEWS},
    {"theregister.com", "The Register", ATTRI_SOURCE_NEWS},
    {"threatconnect.com", "ThreatConnect", ATTRI_SOURCE_REPORT},
    {"threatminer.org", "ThreatMiner", ATTRI_SOURCE_COMPILATION},
    {"threatpost.com", "Threatpost", ATTRI_SOURCE_NEWS},
    {"treasury.gov", "US Department of the Treasury", ATTRI_SOURCE_REPORT},
    {"trellix.com", "Trellix", ATTRI_SOURCE_REPORT},
    {"trendmicro.com", "Trend Micro", ATTRI_SOURCE_REPORT},
    {"trendmicro.de", "Trend Micro", ATTRI_SOURCE_REPORT},
    {"trustwave.com", "Trustwave", ATTRI_SOURCE_REPORT},
    {"twitter.com", NULL, ATTRI_SOURCE_REPORT},
    {"umbrella.cisco.com", "Cisco", ATTRI_SOURCE_REPORT},
    {"unit42.paloaltonetworks.com", "Palo Alto Networks", ATTRI_SOURCE_REPORT},
    {"uptycs.com", "Uptycs", ATTRI_SOURCE_REPORT},
    {"us-cert.gov", "CISA", ATTRI_SOURCE_REPORT},
    {"vblocalhost.com", NULL, ATTRI_SOURCE_REPORT},
    {"vice.com", "Vice", ATTRI_SOURCE_NEWS},
    {"virusbulletin.com", NULL, ATTRI_SOURCE_REPORT},
    {"virustotal.com", "VirusTotal", ATTRI_SOURCE_REPORT},
    {"vmware.com", "VMware", ATTRI_SOURCE_REPORT},
    {"voi.id", "VOI", ATTRI_SOURCE_NEWS},
    {"volexity.com", "Volexity", ATTRI_SOURCE_REPORT},
    {"washingtonpost.com", "The Washington Post", ATTRI_SOURCE_NEWS},
    {"welivesecurity.com", "ESET", ATTRI_SOURCE_REPORT},
    {"wikileaks.org", "WikiLeaks", ATTRI_SOURCE_REPORT},
    {"wikipedia.org", "Wikipedia", ATTRI_SOURCE_COMPILATION},
    {"wired.com", "Wired", ATTRI_SOURCE_NEWS},
    {"withsecure.com", "WithSecure", ATTRI_SOURCE_REPORT},
    {"wiz.io", "Wiz", ATTRI_SOURCE_REPORT},
    {"wordpress.com", NULL, ATTRI_SOURCE_REPORT},
    {"wsj.com", "The Wall Street Journal", ATTRI_SOURCE_NEWS},
    {"x.com", NULL, ATTRI_SOURCE_REPORT},
    {"youtu.be", NULL, ATTRI_SOURCE_REPORT},
    {"youtube.com", NULL, ATTRI_SOURCE_REPORT},
    {"zdnet.com", "ZDNet", ATTRI_SOURCE_NEWS},
    {"zscaler.com", "Zscaler", ATTRI_SOURCE_REPORT},
};

/* One blog of a host that holds much else. */
static const Publisher blogs[] = {
    {"cloud.google.com/blog/products/identity-security/", "Mandiant", ATTRI_SOURCE_REPORT},
    {"cloud.google.com/blog/topics/threat-intelligence/", "Mandiant", ATTRI_SOURCE_REPORT},
};

/* A host of a given length. */
typedef struct {
    const char *text;
    gsize length;
} Host;

static int
compare_host (const void *key, const void *row)
{
    const Host *host = key;
    const char *other = ((const Publisher *)row)->host;
    const int order = strncmp (host->text, other, host->length);
    return order != 0 ? order : -(other[host->length] != '\0');
}

const Publisher *
publisher_find (const char *url)
{
    for (gsize i = 0; i < G_N_ELEMENTS (blogs); i++) {
        if (g_str_has_prefix (url, blogs[i].host))
            return &blogs[i];
    }
    Host host = {url, attri_url__host_length (url)};
    for (;;) {
        const Publisher *found = bsearch (&host, publishers, G_N_ELEMENTS (publishers),
                                          sizeof (Publisher), compare_host);
        const char *dot = memchr (host.text, '.', host.length);
        if (found != NULL || dot == NULL)
            return found;
        host.length -= (gsize)(dot + 1 - host.text);
        host.text = dot + 1;
    }
}

/* Whether names are registered below @suffix, as `co.uk`: two letters after one of a few
 * words. A list of all such would be a thousand times as long. */
static gboolean
is_public_suffix (const char *suffix)
{
    static const char *const words[] = {"ac",  "co", "com", "edu", "go",
                                        "gov", "ne", "net", "or",  "org"};
    const char *dot = strchr (suffix, '.');
    if (dot == NULL || strlen (dot) != 3)
        return FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS (words); i++) {
        if (strlen (words[i]) == (gsize)(dot - suffix) && g_str_has_prefix (suffix, words[i]))
            return TRUE;
    }
    return FALSE;
}

/* Where the last @n labels of @host begin. */
static const char *
last_labels (const char *host, guint n)
{
    const char *at = host + strlen (host);
    while (at > host && (at[-1] != '.' || --n > 0))
        at--;
    return at;
}

char *
publisher_domain (const char *url)
{
    g_autofree char *host = g_strndup (url, attri_url__host_length (url));
    if (g_hostname_is_ip_address (host))
        return g_steal_pointer (&host);
    const char *suffix = last_labels (host, 2);
    return g_strdup (is_public_suffix (suffix) ? last_labels (host, 3) : suffix);
}

const Publisher *
publisher_list (gsize *n)
{
    *n = G_N_ELEMENTS (publishers);
    return publishers;
}
