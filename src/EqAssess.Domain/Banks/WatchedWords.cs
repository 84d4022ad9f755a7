namespace EqAssess.Domain.Banks;

/// <summary>English words that make an author look again. A hit is no verdict: a window blind is no disability.</summary>
internal static class WatchedWords
{
    /// <summary>A real name dates an item, favours who knows it, and is somebody's property.</summary>
    public static PhraseList Brands { get; } = PhraseList.OfNames(
        "Adidas", "Airbnb", "Aldi", "Alexa", "Alibaba", "Amazon", "Android", "Apple", "BMW", "Carrefour", "ChatGPT", "Coca-Cola", "DHL", "Deliveroo", "Disney",
        "Dropbox", "Etsy", "Facebook", "FedEx", "Fiat", "Google", "Heineken", "Honda", "Huawei", "Hyundai", "IKEA", "Ikea", "Instagram", "KFC", "Klarna", "LEGO",
        "Lego", "Lidl", "LinkedIn", "Lufthansa", "Mastercard", "McDonald's", "Mercedes", "Microsoft", "Nespresso", "Netflix", "Nike", "Nintendo", "Nokia",
        "Outlook", "PayPal", "Pepsi", "PlayStation", "Porsche", "Renault", "Revolut", "Ryanair", "Salesforce", "Samsung", "Siri", "Skype", "Sony", "Spotify",
        "Starbucks", "Telekom", "Tesco", "Tesla", "TikTok", "Toyota", "Trustpilot", "Twitter", "UPS", "Uber", "Visa", "Vodafone", "Volkswagen", "Walmart",
        "WhatsApp", "Wikipedia", "Xbox", "YouTube", "Zalando", "Zendesk", "eBay", "easyJet", "iPad", "iPhone");

    /// <summary>What the law of many countries protects: age, disability, origin, religion, sex, orientation, pregnancy.</summary>
    public static PhraseList Protected { get; } = PhraseList.Of(
        "aboriginal", "asylum seeker", "atheist", "autistic", "autism", "bisexual", "black man", "black woman", "blind man", "blind woman", "buddhist",
        "catholic", "christian", "colour of my skin", "colour of his skin", "colour of her skin", "crippled", "deaf", "disabled", "disability", "dyslexia",
        "dyslexic", "elderly", "ethnic", "ethnicity", "foreigner", "foreigners", "gay", "gender", "gypsy", "handicapped", "hard of hearing", "headscarf",
        "heterosexual", "hijab", "hindu", "homosexual", "immigrant", "immigrants", "islam", "jew", "jewish", "lesbian", "migrant", "migrants", "mosque",
        "muslim", "native speaker", "old lady", "old man", "old woman", "pensioner", "pregnancy", "pregnant", "priest", "protestant", "queer", "race", "racist",
        "refugee", "refugees", "religion", "religious", "senior citizen", "sikh", "skin colour", "skin color", "synagogue", "trans man", "trans woman",
        "transgender", "union member", "wheelchair");

    /// <summary>An item makes no clinical or diagnostic claim.</summary>
    public static PhraseList Clinical { get; } = PhraseList.Of(
        "adhd", "alzheimer's", "anorexia", "anorexic", "anxiety disorder", "bipolar", "bulimia", "burnout", "burned out", "clinically", "dementia",
        "depressed", "depression", "diagnosed", "diagnosis", "hysterical", "insane", "mental illness", "mentally ill", "narcissist", "neurotic", "ocd",
        "panic attack", "paranoid", "personality disorder", "psychopath", "psychotic", "ptsd", "schizophrenia", "schizophrenic", "suicidal", "traumatised",
        "traumatized");

    /// <summary>Words that raise tension or dismiss (principles P06, P10 and P11).</summary>
    public static PhraseList Triggers { get; } = PhraseList.Of(
        "as i already said", "as i already told you", "as i have already said", "as i said", "as i told you", "calm down", "company policy", "don't be upset",
        "get over it", "it is what it is", "like i said", "not my department", "not my fault", "not my job",
        "not my problem", "not our fault", "not our problem", "nothing i can do", "nothing we can do", "obviously", "our policy is", "relax",
        "that is just how it is", "that's just how it is", "that is life", "there is no need to shout", "these things happen", "those are the rules", "what do you expect",
        "what do you want me to do", "why did you", "why didn't you", "why do you", "why don't you", "with all due respect",
        "you are overreacting", "you are wrong", "you clearly", "you have to understand", "you must understand", "you need to calm", "you need to understand",
        "you people", "you should have", "you're wrong", "your mistake", "your own fault");

    /// <summary>Phrases that sound read from a sheet (principle P17). "I understand" alone is contested and not among them.</summary>
    public static PhraseList StockPhrases { get; } = PhraseList.Of(
        "any inconvenience", "as per our", "at this moment in time", "at your earliest convenience", "be advised", "bear with me", "customer satisfaction is",
        "do not hesitate to", "don't hesitate to", "every customer is important", "for the inconvenience", "have a nice day", "i can assure you",
        "i completely understand your", "i fully understand your", "i know exactly how you feel", "i know how you feel", "i understand how you feel",
        "i understand your concern", "i understand your frustration", "in due course", "is important to us", "please be assured", "rest assured",
        "thank you for bringing this to", "thank you for reaching out", "thank you for your patience", "thank you for your understanding",
        "valued customer", "we are here to help", "we strive to", "we take this very seriously",
        "we value your", "your business is important", "your call is important", "your satisfaction");
}
