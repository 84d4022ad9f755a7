namespace EqAssess.Web; public static class Program { public static void Main() { } }
